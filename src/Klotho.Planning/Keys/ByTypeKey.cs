using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>Parameters for each type of a capability.</summary>
public sealed record ByTypeKey(HostedCapability Capability) : MappingKey(
    $"Parameters of {Capability.Noun}, by type.",
    Capability.Candidates.Items.Select(candidate => new NamedKey(candidate.Type.Name, new ParametersKey(candidate))).ToEquatableArray())
{
    protected override void ReportUnknown(KeyPlace place, YamlScalar key, KeyFindings findings) =>
        findings.Diagnostics.Add(KeyRules.UnknownType.At(
            key.Location, key.Text, Capability.Noun, Spelling.Hint(key.Text, Keys.Items.Select(named => named.Name).ToArray(), "")));
}
