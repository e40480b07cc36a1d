using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Compiler.Tests.Conventions;

/// <summary>References point one way, the two islands do not touch, and the core does no IO.</summary>
public sealed class LayerConventions
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Klotho.Analysis"] = [],
        ["Klotho.Analysis.Fixes"] = ["Klotho.Analysis"],
        ["Klotho.Planning"] = ["Klotho.Analysis"],
        ["Klotho.Emit"] = ["Klotho.Analysis", "Klotho.Planning"],
        ["Klotho.Cli"] = ["Klotho.Analysis", "Klotho.Emit", "Klotho.Planning"],
        ["Klotho.Runtime"] = [],
        ["Klotho.Runtime.Aws"] = ["Klotho.Runtime"],
        ["Klotho.Runtime.EntityFramework"] = ["Klotho.Runtime", "Klotho.Runtime.Postgres"],
        ["Klotho.Runtime.OpenTelemetry"] = ["Klotho.Runtime"],
        ["Klotho.Runtime.Postgres"] = ["Klotho.Runtime"],
        ["Klotho.Runtime.RabbitMq"] = ["Klotho.Runtime"],
        ["Klotho.Runtime.Redis"] = ["Klotho.Runtime"],
    };

    // What reads or writes the world, or differs from run to run.
    private static readonly string[] WorldlyTypes =
        ["File", "Directory", "FileInfo", "DirectoryInfo", "FileStream", "Console", "Process", "HttpClient", "Environment", "DateTime", "DateTimeOffset", "Stopwatch", "Random", "Guid"];

    [Fact]
    public void Every_project_references_only_the_layers_below_it()
    {
        foreach (var project in Repository.Files("src", ".csproj"))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var references = XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
                .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
                .Select(reference => Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/')))
                .Order(StringComparer.Ordinal);

            Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} has no place in the layers yet.");
            Assert.Empty(references.Except(allowed).Select(reference => $"{name} → {reference}"));
        }
    }

    [Fact]
    public void Every_project_of_the_compiler_is_held_to_native_compilation()
    {
        foreach (var name in new[] { "Klotho.Analysis", "Klotho.Planning", "Klotho.Emit", "Klotho.Cli" })
        {
            var values = XDocument.Parse(Repository.Read($"src/{name}/{name}.csproj")).Descendants("IsAotCompatible").Select(element => element.Value);
            Assert.Equal(["true"], values);
        }
    }

    [Theory]
    [InlineData("src/Klotho.Analysis")]
    [InlineData("src/Klotho.Planning")]
    [InlineData("src/Klotho.Emit")]
    public void The_core_does_no_IO_and_knows_no_clock(string project) =>
        Assert.Empty(Repository.SourcesBelow(project).SelectMany(file => file.Unit.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => WorldlyTypes.Contains(access.Expression.ToString()) || access.ToString() is "CultureInfo.CurrentCulture" or "CultureInfo.CurrentUICulture")
            .Select(access => $"{file.At(access)}: {access}")));
}
