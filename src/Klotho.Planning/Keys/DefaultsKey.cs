using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Keys;

/// <summary>What holds for every node of a capability that says nothing of its own: a type, and parameters for each type.</summary>
public sealed record DefaultsKey(HostedCapability Capability) : MappingKey(
    $"What holds for all {Capability.Noun} that say nothing of their own.",
    new(
    [
        new("type", new TypeKey(Capability)),
        new("infra_params_by_type", new ByTypeKey(Capability)),
    ]));
