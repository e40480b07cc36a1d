using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;
using Klotho.Planning.Requirements;

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
        Common(entries);
        Sometimes(entries, "environments", () => Braces([$"{Rarely("'a b'", "prod")}: {Braces(Inside())}"]), 0.2);
        return Braces(entries) + "\n";
    }

    private List<string> Inside()
    {
        var entries = new List<string>();
        Sometimes(entries, "app", () => "shop", 0.03);
        Common(entries);
        return entries;
    }

    private void Common(List<string> entries)
    {
        Sometimes(entries, "region", () => Rarely("mars-1", "eu-central-1"), 0.2);
        Sometimes(entries, "requirements", () => Braces(Required(null).Concat(Sections(capability => Braces(Ids().Select(id => $"{id}: {Braces(Required(capability))}"))))));
        entries.AddRange(Sections(capability => Braces(Entries(capability))));
        Sometimes(entries, "defaults", () => Braces(Sections(capability => Braces(Defaults(capability)))));
        Sometimes(entries, "imports", () => Braces(Sections(
            capability => Braces(Ids().Select(id => $"{id}: {Rarely("'a b'", "bucket-7")}")),
            capability => capability.Aspects.HasFlag(Aspects.KeepsData) || random.Next(60) == 0)), 0.2);
    }

    private IEnumerable<string> Ids() => Enumerable.Range(0, random.Next(3)).Select(number => $"id-{number}");

    private IEnumerable<string> Required(HostedCapability? capability) => RequirementCatalogue.All.Items
        .Where(kind => random.Next(6) == 0 && (capability is null || random.Next(60) == 0 || kind.Leaves.Items.Any(leaf => leaf.Fits(capability))))
        .Select(kind => $"{Rarely("nonsense", kind.Name)}: {Value(kind, capability)}");

    private string Value(RequirementKind kind, HostedCapability? capability) => kind.Leaves.Items is [{ Key: "" } only]
        ? Value(only.Spec)
        : random.Next(8) == 0 ? Value(kind.Leaves[^1].Spec)
        : Braces(kind.Leaves.Items.Where(leaf => capability is null || leaf.Fits(capability) || random.Next(60) == 0)
            .Where(_ => random.Next(3) == 0).Select(leaf => $"{leaf.Key}: {Value(leaf.Spec)}"));

    private string Value(KeySpec spec) => random.Next(40) == 0 ? Scalar() : spec switch
    {
        QuantityKey quantity => random.Next(3) > 0 ? quantity.Example
            : Any(["0", "1", "0.5", "12.25", "0.3", "100", "1234567", "99.999999", "1.0000001", ".5", "-1", "", "1e3"]) + Any(["", " ", "  "]) +
                (random.Next(6) == 0 ? Any(["", "GB", "MS", "%", "USD", "usd/month", "/s"]) : Any(quantity.Format.Units.Items).Name),
        ScalarKey { Choices.Count: > 0 } choice => $"{Any(choice.Choices.Items)}",
        ListKey list => Any([list.Names[0], "[eu-central-1]", "[eu-central-1, eu-west-1]", "[]", "[eu]", "[1]"]),
        _ => Rarely("yes", "true"),
    };

    private IEnumerable<string> Sections(Func<HostedCapability, string> content, Func<HostedCapability, bool>? among = null) =>
        TestCatalogue.WithTwoTypes.Capabilities.Items
            .Where(capability => random.NextDouble() < 0.25 && among?.Invoke(capability) != false)
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
