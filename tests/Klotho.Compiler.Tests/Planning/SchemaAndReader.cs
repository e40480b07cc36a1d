using Klotho.Analysis.Diagnostics;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>The JSON Schema that editors check with and the compiler's reader agree, file by file.</summary>
public sealed class SchemaAndReader(SchemaJudge judge) : IClassFixture<SchemaJudge>
{
    private const string Cases = "tests/Klotho.Compiler.Tests/Cases/Configuration";

    private const int RandomFiles = 3000;

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

    /// <summary>Each invalid file says in its first line which code it must get.</summary>
    [Fact]
    public void Both_refuse_every_invalid_file()
    {
        var files = Repository.Files($"{Cases}/invalid", ".yaml").ToList();

        Assert.InRange(files.Count, 25, int.MaxValue);
        Assert.Empty(files.Zip(judge.Judge(files.Select(Repository.Read)), (file, verdict) => (file, verdict)).Where(pair => pair.verdict is null).Select(pair => pair.file));
        Assert.All(files
            .Select(file => (file, wanted: Repository.Read(file).Split('\n')[0], got: $"# {string.Join(' ', Codes(Repository.Read(file)))}"))
            .ToList(), verdict => Assert.Equal((verdict.file, verdict.wanted), (verdict.file, verdict.got)));
    }

    [Fact]
    public void Both_give_the_same_verdict_on_random_files()
    {
        var random = new RandomConfiguration(new Random(20261122));
        var texts = Enumerable.Range(0, RandomFiles).Select(_ => random.Next()).ToList();

        var verdicts = texts.Zip(judge.Judge(texts), (text, judged) => (Text: text, Judged: judged, Codes: string.Join(' ', Codes(text)))).ToList();

        Assert.Empty(verdicts.Where(verdict => (verdict.Judged is null) != (verdict.Codes.Length == 0)).Select(verdict => $"{verdict}"));
        Assert.InRange(verdicts.Count(verdict => verdict.Judged is null), RandomFiles / 5, RandomFiles * 4 / 5);
    }

    private static IEnumerable<DiagnosticCode> Codes(string text) =>
        ConfigurationReader.Run(new([new(new("klotho.yaml"), text)]), TestCatalogue.WithTwoTypes).Diagnostics.Items.Select(found => found.Rule.Code);
}
