using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>Values that settings refer to, in real files and environment variables.</summary>
public sealed class ReferencedValueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "value");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_value_is_read_anew_and_the_last_good_one_stays_when_it_cannot_be()
    {
        await System.IO.File.WriteAllTextAsync(File, "hunter2\n");
        await using var app = await StartAsync(new() { ["Klotho:Persist:api_key"] = $"file://{File}" });
        var secret = app.Keyed<ISecret>("api-key");
        Assert.Equal("hunter2", await secret.ReadAsync());

        await System.IO.File.WriteAllTextAsync(File, "hunter3\n");
        await Eventually.IsTrueAsync(async () => await secret.ReadAsync() == "hunter3", "the new value is read");
        System.IO.File.Delete(File);
        await Eventually.IsTrueAsync(
            async () => await secret.ReadAsync() == "hunter3" && app.Log.Lines.Any(line => line.Contains("Klotho:Persist:api-key could not be read again", StringComparison.Ordinal)),
            "the log says that the value could not be read");

        Assert.Equal("hunter3", await secret.ReadAsync());
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("hunter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_may_come_after_the_start_and_a_configuration_value_may_not()
    {
        await using var app = await StartAsync(new() { ["Klotho:Persist:api_key"] = $"file://{File}" });
        var early = await Assert.ThrowsAsync<InvalidOperationException>(async () => await app.Keyed<ISecret>("api-key").ReadAsync());
        await System.IO.File.WriteAllTextAsync(File, "now");
        var late = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new() { ["Klotho:Config:top_k"] = $"file://{File}-other" }));

        Assert.Contains("Klotho:Persist:api-key", early.Message, StringComparison.Ordinal);
        Assert.Equal("now", await app.Keyed<ISecret>("api-key").ReadAsync());
        Assert.Contains("Klotho:Config:top-k", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_value_is_read_from_an_environment_variable()
    {
        Environment.SetEnvironmentVariable("KLOTHO_TEST_TOP_K", "7");
        await using var app = await StartAsync(new() { ["Klotho:Config:top_k"] = "env://KLOTHO_TEST_TOP_K" });

        Assert.Equal(7, app.Keyed<IConfigValue<int>>("top-k").Value);
    }

    [Theory]
    [InlineData("vault://key", "'vault:'")]
    [InlineData("hunter2", "scheme://target")]
    [InlineData("file://", "file:///path")]
    public async Task A_secret_whose_reference_cannot_be_read_stops_the_start(string reference, string form)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new() { ["Klotho:Persist:api-key"] = reference }));

        Assert.Contains("Klotho:Persist:api-key", error.Message, StringComparison.Ordinal);
        Assert.Contains(form, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    private static Task<TestApplication> StartAsync(Dictionary<string, string?> settings) => TestApplication.StartAsync(
        [new SecretDeclaration("api-key"), new ConfigDeclaration<int>("top-k")],
        settings,
        options: options => options.ValueRefresh = TimeSpan.FromMilliseconds(20));
}
