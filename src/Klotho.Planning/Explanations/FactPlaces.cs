using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Explanations;

/// <summary>The places that a fact is written at.</summary>
internal static class FactPlaces
{
    public static readonly EquatableArray<SourceLocation> None = EquatableArray<SourceLocation>.Empty;

    public static EquatableArray<SourceLocation> Of(SourceLocation? location) => location is null ? None : new([location]);

    public static EquatableArray<SourceLocation> Of(Origin origin) => Of((origin as Origin.Written)?.Location);

    /// <summary>What led to it, without the code that asks for the node at all.</summary>
    public static EquatableArray<SourceLocation> Of(Decision decision) => decision.Causes.Items
        .Where(cause => cause.Kind != CauseKind.Code)
        .Select(cause => cause.Location)
        .OfType<SourceLocation>()
        .Distinct()
        .ToEquatableArray();
}
