using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>Code that runs in processes of its own. The default unit is the application's own entry point.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="Locations">The annotated classes; for the default unit, the entry point.</param>
/// <param name="IsDefault">Whether this is the application's own entry point.</param>
/// <param name="Classes">The classes that are put into the unit, sorted.</param>
public sealed record ExecUnitNode(NodeId Id, EquatableArray<SourceLocation> Locations, bool IsDefault, EquatableArray<TypeName> Classes)
    : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("exec_unit");

    /// <summary>The unit of everything that is put into no other.</summary>
    public static readonly NodeId DefaultId = new(Kind, "main");

    public override IEnumerable<NodeProperty> Properties =>
    [
        new("default", IsDefault ? "true" : "false"),
        .. Classes.Items.Select(type => new NodeProperty("class", type.ToString())),
    ];

    public override CapabilityNode? MergeWith(CapabilityNode other) =>
        other is not ExecUnitNode unit ? null : WithLocationsOf(other) is not ExecUnitNode merged ? null : merged with
        {
            IsDefault = IsDefault || unit.IsDefault,
            Classes = Classes.Items.Concat(unit.Classes.Items).Distinct().OrderBy(type => type).ToEquatableArray(),
        };
}
