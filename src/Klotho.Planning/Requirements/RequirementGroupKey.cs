using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Requirements;

/// <summary>A kind with several values below it, for the application (no capability) or for nodes of a capability.</summary>
internal sealed record RequirementGroupKey(RequirementKind Kind, HostedCapability? Capability, RequirementPlaces Places) : MappingKey(
    Kind.Description,
    Kind.Leaves.Items
        .Where(leaf => Capability is null || leaf.Fits(Capability))
        .Select(leaf => new NamedKey(leaf.Key, RequirementsKey.Shared(Kind, leaf)))
        .ToEquatableArray())
{
    private NamedKey? Short => Keys.Items.FirstOrDefault(key => key.Name == Kind.Shorthand);

    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        if (value is YamlScalar { IsNothing: false } && Short is { } meant)
        {
            meant.Spec.Check(place with { Path = $"{place.Path}.{meant.Name}" }, value, findings);
        }
        else
        {
            base.Check(place, value, findings);
        }
    }

    public override void WriteSchema(SchemaWriter schema)
    {
        if (Short is { } meant)
        {
            schema.ValueOr(meant.Spec, () => base.WriteSchema(schema));
        }
        else
        {
            base.WriteSchema(schema);
        }
    }

    protected override void ReportUnknown(KeyPlace place, YamlScalar key, KeyFindings findings)
    {
        if (Capability is { } capability && Kind.Leaves.Items.FirstOrDefault(leaf => leaf.Key == key.Text) is { } elsewhere)
        {
            findings.Diagnostics.Add(RequirementRules.Meaningless.At(key.Location, $"{Kind.Name}.{key.Text}", capability.Noun, Places.Mending(elsewhere)));
        }
        else
        {
            base.ReportUnknown(place, key, findings);
        }
    }
}
