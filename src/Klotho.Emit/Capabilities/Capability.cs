using Klotho.Analysis;
using Klotho.Planning.Catalogue;

namespace Klotho.Emit.Capabilities;

/// <summary>A capability from planning to emission: how it can be hosted, and one lowering per candidate.</summary>
public sealed record Capability(HostedCapability Hosting, EquatableArray<Lowering> Lowerings);
