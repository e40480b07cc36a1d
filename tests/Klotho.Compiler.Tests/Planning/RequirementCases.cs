using Klotho.Analysis.Collections;
using Klotho.Planning.Configuration;
using Klotho.Planning.Requirements;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Requirements as the reader returns them.</summary>
internal static class RequirementCases
{
    public static KlothoConfiguration Read(params string[] texts) => Read(null, [], texts);

    /// <summary>Reads files in order; nothing in them may be wrong.</summary>
    public static KlothoConfiguration Read(string? environment, string[] overrides, params string[] texts)
    {
        var files = texts.Select((text, index) => new ConfigurationFile(new(index == 0 ? "klotho.yaml" : $"klotho.{index}.yaml"), text));
        var read = ConfigurationReader.Run(new(files.ToEquatableArray(), TestCatalogue.Shipped)
        {
            Environment = environment,
            Overrides = overrides.ToEquatableArray(),
        });
        Assert.Empty(read.Diagnostics.Items.Select(found => $"{found.Location} {found.Rule.Code} {found.Message}"));
        return read.Configuration;
    }

    public static Requirement Single(string line) => Assert.Single(Read($"requirements: {{{line}}}\n").Requirements);
}
