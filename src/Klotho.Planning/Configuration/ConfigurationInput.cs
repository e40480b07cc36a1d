using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Configuration;

/// <summary>Everything that an operator says, in the order in which it is laid over each other.</summary>
/// <param name="Files">klotho.yaml, then the overlay of the environment where there is one.</param>
/// <param name="Catalogue">What there is to say.</param>
public sealed record ConfigurationInput(EquatableArray<ConfigurationFile> Files, PlanningCatalogue Catalogue)
{
    /// <summary>The environment to compile for: its keys in the files hold above those outside of it.</summary>
    public string? Environment { get; init; }

    /// <summary>Settings of the command line, each <c>KEY=VALUE</c>, which hold above all files.</summary>
    public EquatableArray<string> Overrides { get; init; }
}
