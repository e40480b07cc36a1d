using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;

namespace Klotho.Emit.Capabilities;

/// <summary>A capability from planning to emission: how it can be hosted, one lowering per candidate, and how documents show it.</summary>
public sealed record Capability(HostedCapability Hosting, EquatableArray<Lowering> Lowerings, Appearance Appearance);
