using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Graph;

/// <summary>A key of the application's own configuration that a unit reads.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Key">The key, as <c>Mail:Host</c>; <c>Mail:*</c> for all below a section, or for one of them that is not known.</param>
/// <param name="Witness">The shortest path to the place that reads it.</param>
public sealed record ConfigurationRead(NodeId Unit, string Key, EquatableArray<WitnessStep> Witness);
