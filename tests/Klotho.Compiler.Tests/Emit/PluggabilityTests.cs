using Klotho.Analysis;
using Klotho.Analysis.Capabilities;
using Klotho.Analysis.Collections;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;
using Klotho.Emit.Schema;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>A capability from outside goes through every stage by a line in each of the two lists.</summary>
public sealed class PluggabilityTests
{
    private const string Declarations = """

        [AttributeUsage(AttributeTargets.Parameter)]
        public sealed class VaultAttribute(string id) : Attribute { public string Id { get; } = id; }

        public interface IVault
        {
            Task<string> ReadAsync(string key);
            Task WriteAsync(string key);
        }

        """;

    [Fact]
    public void A_capability_that_nothing_knows_becomes_resources_permissions_and_a_component()
    {
        var result = Run("""
            [ExecUnit("reader")]
            public sealed class Reader([Vault("keys")] IVault vault)
            {
                [Schedule("hourly", "0 * * * *")]
                public Task Run(CancellationToken cancel) => vault.ReadAsync("key");
            }
            """);

        Assert.Empty(result.Diagnostics);
        Assert.NotNull(result.Resources);
        Assert.Empty(ResourceGraphCheck.Problems(result.Resources, ProviderSchema.Current));
        var unit = FileOf(result, "infra/ReaderUnit.cs");
        Assert.Contains("\"secretsmanager:GetSecretValue\"", unit);
        Assert.Contains("{ \"Klotho__Vault__keys\", keysVault.Secret.Arn }", unit);
        Assert.Contains("class KeysVault", FileOf(result, "infra/KeysVault.cs"));
        Assert.Contains("vault_keys>", FileOf(result, "topology.mmd"));
        Assert.Contains("\"vault:keys\"", FileOf(result, "graph.json"));
        Assert.Contains("\"type\":\"safe\"", FileOf(result, "plan.json"));
    }

    [Fact]
    public void An_operation_without_known_permission_is_an_error_that_names_it()
    {
        var result = Run("""
            [ExecUnit("writer")]
            public sealed class Writer([Vault("keys")] IVault vault)
            {
                [Schedule("hourly", "0 * * * *")]
                public Task Run(CancellationToken cancel) => vault.WriteAsync("key");
            }
            """);

        var found = Assert.Single(result.Diagnostics);
        Assert.Equal("KL3002", found.Rule.Code.Value);
        Assert.Contains("IVault.WriteAsync", found.Message);
        Assert.Null(result.Output);
    }

    private static EmitResult Run(string unit)
    {
        var app = App.Compile("WebApplication.CreateBuilder(args).Build().Run();\n" + Declarations + unit);
        var annotations = AnnotationCatalogue.All.Items.Add(new VaultCapability.Reading()).ToEquatableArray();
        var analysis = CapabilityAnalysis.Run(new(app, new("app"), new(App.Root)), annotations, CancellationToken.None);
        return EmitCase.Run(analysis, "", new CapabilityCatalogue(CapabilityCatalogue.All.Capabilities.Items.Add(VaultCapability.Capability).ToEquatableArray()));
    }

    private static string FileOf(EmitResult result, string path) =>
        result.Output?.Files.Items.Single(file => file.Path.Value == path).Text ?? "";
}
