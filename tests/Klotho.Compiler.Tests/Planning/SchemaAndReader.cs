using Klotho.Analysis.Diagnostics;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Planning.Configuration;
using Klotho.Planning.Requirements;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>The JSON Schema that editors check with and the compiler's reader agree, file by file.</summary>
public sealed class SchemaAndReader(SchemaJudge judge) : IClassFixture<SchemaJudge>
{
    private const string Cases = "tests/Klotho.Compiler.Tests/Cases/Configuration";

    private const int RandomFiles = 3000;

    public static TheoryData<string> Invalid => [.. Repository.Files($"{Cases}/invalid", ".yaml")];

    [Fact]
    public void Both_accept_every_valid_file()
    {
        var files = Repository.Files($"{Cases}/valid", ".yaml")
            .Concat(Repository.Files("samples", "klotho.yaml"))
            .Concat(Repository.Files("tests/Klotho.Compiler.Tests/Cases/Planning", ".yaml").Where(file => !file.Contains("/mistakes-", StringComparison.Ordinal)))
            .ToList();

        Assert.Empty(files.Zip(judge.Judge(files.Select(Repository.Read)), (file, verdict) => (file, verdict)).Where(pair => pair.verdict is not null).Select(pair => $"{pair}"));
        Assert.Empty(files.SelectMany(file => Codes(Repository.Read(file)).Select(code => $"{file}: {code}")));
    }

    /// <summary>Each invalid file says in its first line which code it must get, and where.</summary>
    [Theory]
    [MemberData(nameof(Invalid))]
    public void The_reader_refuses_an_invalid_file_where_it_is_wrong(string file)
    {
        var text = Repository.Read(file);
        var got = $"# {string.Join(", ", Read(text).Select(found => $"{found.Rule.Code} {found.Location.Line}:{found.Location.Column}"))}";
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            text = $"{got}\n{text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]}";
            File.WriteAllText(Path.Combine(Repository.Root, file), text);
        }

        Assert.NotEqual("# ", got);
        Assert.Equal(text.Split('\n')[0], got);
    }

    /// <summary>A schema sees values, not how YAML spells them (anchors, tags), nor what two lines mean together.</summary>
    [Fact]
    public void The_schema_refuses_every_invalid_file_but_what_no_schema_sees()
    {
        var files = Repository.Files($"{Cases}/invalid", ".yaml").ToList();
        var verdicts = judge.Judge(files.Select(Repository.Read));

        Assert.InRange(files.Count, 70, int.MaxValue);
        Assert.Equal(
            files.Where(file => Path.GetFileNameWithoutExtension(file).Split('-')[0] is "contradiction" or "anchor" or "tag"),
            files.Zip(verdicts, (file, verdict) => (file, verdict)).Where(pair => pair.verdict is null).Select(pair => pair.file));
    }

    [Fact]
    public void Both_give_the_same_verdict_on_random_files()
    {
        var random = new RandomConfiguration(new Random(20261122));
        var texts = Enumerable.Range(0, RandomFiles).Select(_ => random.Next()).ToList();

        var verdicts = texts.Zip(judge.Judge(texts), (text, judged) => (Text: text, Judged: judged, Codes: string.Join(' ', Codes(text).Except(Contradictions)))).ToList();

        Assert.Empty(verdicts.Where(verdict => (verdict.Judged is null) != (verdict.Codes.Length == 0)).Select(verdict => $"{verdict}"));
        Assert.InRange(verdicts.Count(verdict => verdict.Judged is null), RandomFiles / 5, RandomFiles * 4 / 5);
    }

    private static IEnumerable<DiagnosticCode> Contradictions => [RequirementRules.OutOfOrder.Code, RequirementRules.RegionContradicts.Code];

    private static IEnumerable<DiagnosticCode> Codes(string text) => Read(text).Select(found => found.Rule.Code);

    private static IEnumerable<KlothoDiagnostic> Read(string text) =>
        ConfigurationReader.Run(new([new(new("klotho.yaml"), text)]), TestCatalogue.WithTwoTypes).Diagnostics.Items;
}
