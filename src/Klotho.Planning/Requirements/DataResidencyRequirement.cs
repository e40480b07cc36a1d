using Klotho.Analysis.Collections;
using Klotho.Planning.Facts;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Requirements;

/// <summary>The country, or the European Union, in which all data stands. One region hosts an application, so it holds for all of it.</summary>
public sealed record DataResidencyRequirement(RequirementLine Line, string Residency) : Requirement(Line)
{
    public static readonly RequirementKind Kind = RequirementKind.Of(
        "data_residency",
        aspects: null,
        new ScalarKey("Where all data must stand: `eu`, or a country (ISO 3166, lower case).", new ParameterValue.Text("eu"), HasDefault: false,
            Choices: RegionCatalogue.Residencies.Items.Select(ParameterValue (name) => new ParameterValue.Text(name)).ToEquatableArray()),
        line => new DataResidencyRequirement(line, line.Text));
}
