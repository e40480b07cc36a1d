using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Writes configurations that are right in most places and wrong in some.</summary>
internal sealed class RandomConfiguration(Random random)
{
    private static readonly string[] Scalars =
    [
        "lambda", "\"lambda\"", "'5'", "5", "5.0", "5.5", "1e3", "0x200", "0o17", "+7", "-1", "-0", "007", "1_000", "true", "True", "yes", "\"true\"",
        "null", "~", "", ".inf", ".nan", "1024", "9007199254740993", "99999999999999999999", "''", "aws", "a b", "-", "512", "[1]", "{}", "{a: 1}",
    ];

    public string Next()
    {
        var entries = new List<string>();
        Sometimes(entries, "app", () => Rarely("Shop", "shop"));
        Sometimes(entries, "provider", () => Rarely("gcp", "aws"));
        Sometimes(entries, "path", () => Rarely("../x", "src/App"));
        Sometimes(entries, "out_dir", () => Rarely("/tmp/x", "out"));
        Sometimes(entries, "regions", () => "x", 0.03);
        Sometimes(entries, "requirements", () => "{}", 0.03);
        entries.AddRange(Sections(capability => Braces(Entries(capability))));
        Sometimes(entries, "defaults", () => Braces(Sections(capability => Braces(Defaults(capability)))));
        return Braces(entries) + "\n";
    }

    private IEnumerable<string> Sections(Func<HostedCapability, string> content) =>
        TestCatalogue.WithTwoTypes.Capabilities.Items
            .Where(_ => random.NextDouble() < 0.25)
            .GroupBy(capability => capability.Section[0])
            .Select(group => $"{group.Key}: " + (group.First().Section.Count == 1
                ? content(group.First())
                : Braces(group.Select(capability => $"{capability.Section[1]}: {content(capability)}"))));

    private IEnumerable<string> Entries(HostedCapability capability) =>
        Enumerable.Range(0, random.Next(3)).Select(number => $"id-{number}: " + (random.Next(20) == 0 ? Scalar() : Braces(Directive(capability))));

    private IEnumerable<string> Directive(HostedCapability capability)
    {
        var entries = new List<string>();
        var candidate = Any(capability.Candidates.Items);
        Sometimes(entries, "type", () => Rarely("nonsense", candidate.Type.Name));
        Sometimes(entries, "infra_params", () => Braces(Parameters(random.Next(12) == 0 ? Any(capability.Candidates.Items) : candidate)));
        Sometimes(entries, "typ", () => "x", 0.02);
        return entries;
    }

    private IEnumerable<string> Defaults(HostedCapability capability)
    {
        var entries = new List<string>();
        var candidate = Any(capability.Candidates.Items);
        Sometimes(entries, "type", () => candidate.Type.Name);
        Sometimes(entries, "infra_params_by_type", () => Braces([$"{Rarely("nonsense", candidate.Type.Name)}: {Braces(Parameters(candidate))}"]));
        return entries;
    }

    private IEnumerable<string> Parameters(Candidate candidate) => candidate.Parameters.Items
        .Where(_ => random.Next(3) == 0)
        .Select(parameter => $"{Rarely("nonsense", parameter.Name)}: {(random.Next(14) == 0 ? Scalar() : Value(parameter))}");

    private string Value(ParameterSpec parameter) => parameter.Choices.Count > 0
        ? $"{Any(parameter.Choices.Items)}"
        : parameter.Default switch
        {
            ParameterValue.Whole when parameter is { Minimum: { } least, Maximum: { } most } => $"{random.NextInt64(least, most + 1)}",
            var value => $"{value}",
        };

    private string Scalar() => Any(Scalars);

    private string Rarely(string rare, string usual) => random.Next(50) == 0 ? rare : usual;

    private void Sometimes(List<string> entries, string key, Func<string> value, double chance = 0.5)
    {
        if (random.NextDouble() < chance)
        {
            entries.Add($"{key}: {value()}");
        }
    }

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static string Braces(IEnumerable<string> entries) => $"{{{string.Join(", ", entries)}}}";
}
