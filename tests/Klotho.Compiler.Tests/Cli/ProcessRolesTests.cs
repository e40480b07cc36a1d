using Klotho.Cli.Run;
using Klotho.Drivers;

namespace Klotho.Compiler.Tests.Cli;

public sealed class ProcessRolesTests
{
    [Fact]
    public void One_process_for_all_has_no_unit_and_keeps_data_only_where_told()
    {
        var role = ProcessRoles.Whole(new("shop"), null, 5000);

        Assert.Equal("http://127.0.0.1:5000", role.Url);
        Assert.Equal("Development", role.Variables["ASPNETCORE_ENVIRONMENT"]);
        Assert.DoesNotContain(role.Variables.Keys, name => name.StartsWith("Klotho__", StringComparison.Ordinal));
        Assert.Equal("/data", ProcessRoles.Whole(new("shop"), "/data", 5000).Variables["Klotho__Data"]);
    }

    [Fact]
    public void Split_processes_know_their_unit_each_other_and_the_same_secret()
    {
        var roles = ProcessRoles.Split([("main", 5000), ("ocr", 5001)], "/data", "secret", ChaosSettings.Parse("fail=1%,seed=7", out _));

        Assert.Equal(["main", "ocr"], roles.Select(role => role.Variables["Klotho__Unit"]));
        Assert.All(roles, role => Assert.Equal("secret", role.Variables["Klotho__UnitToken"]));
        Assert.All(roles, role => Assert.Equal("http://127.0.0.1:5001", role.Variables["Klotho__ExecUnit__ocr"]));
        Assert.All(roles, role => Assert.Equal("/data", role.Variables["Klotho__Data"]));
        Assert.All(roles, role => Assert.Equal("duplicate=0%,delay=0ms,fail=1%,seed=7", role.Variables["Klotho__Chaos"]));
    }
}
