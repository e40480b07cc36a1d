using System.Text.RegularExpressions;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Planning;
using Klotho.Emit.Output;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>docs/output.md describes the folder that is written, and every file of it says what it was made from.</summary>
public sealed partial class OutputPageTests(SchemaJudge judge) : IClassFixture<SchemaJudge>
{
    // Written by the command line, which alone writes.
    private const string Marker = ".klotho-output";

    private static readonly Lazy<OutputTree> Output = new(() => EmitCase.Run("StaticSite").Output ?? throw new InvalidOperationException("The case gives no output."));

    [Fact]
    public void Every_file_is_described_and_every_description_has_a_file()
    {
        var described = Row().Matches(Table().Match(Repository.Read("docs/output.md")).Value).SelectMany(row => Code().Matches(row.Groups["files"].Value)).Select(match => match.Groups["path"].Value).ToList();
        var written = Output.Value.Files.Items.Select(file => file.Path.Value).Append(Marker).ToList();

        Assert.All(written, path => Assert.Contains(described, entry => Matches(entry, path)));
        Assert.All(described, entry => Assert.Contains(written, path => Matches(entry, path)));
    }

    [Fact]
    public void Every_file_but_the_users_own_carries_the_digest_of_the_input()
    {
        var output = Output.Value;

        Assert.Matches("^sha256:[0-9a-f]{64}$", output.Input.Value);
        Assert.Equal(["infra/Customize.cs"], output.Files.Items.Where(file => !file.IsVerbatim && !file.Text.Contains(output.Input.Value, StringComparison.Ordinal)).Select(file => file.Path.Value));
        Assert.Equal(output.Input, EmitCase.Run("StaticSite").Output?.Input);
        Assert.NotEqual(output.Input, EmitCase.Run("KeyValue").Output?.Input);
    }

    [Fact]
    public void The_topology_for_programs_has_the_shape_that_its_schema_says() =>
        Assert.Null(Assert.Single(judge.Judge(Repository.Read("docs/schemas/topology.schema.json"), [Output.Value.Files.Items.Single(file => file.Path.Value == "topology.json").Text])));

    private static bool Matches(string entry, string path) => Regex.IsMatch(path, $"^{Regex.Escape(entry).Replace("\\*", "[^/]*", StringComparison.Ordinal)}$");

    [GeneratedRegex(@"^\| (?<files>(`[^`|]+`(, )?)+) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| file \| what it is \|\n(\|.*\n)+", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex("`(?<path>[^`]+)`")]
    private static partial Regex Code();
}
