using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.StaticUnit;

/// <summary>A folder of files served to browsers. Folders are relative to the project, with forward slashes.</summary>
public sealed record StaticUnitNode(
    NodeId Id,
    EquatableArray<SourceLocation> Locations,
    string Folder,
    string? IndexDocument,
    string? BuildCommand,
    string? BuildDirectory) : CapabilityNode(Id, Locations), IExposableNode
{
    public static readonly NodeKind Kind = new("static_unit");

    public override IEnumerable<NodeProperty> Properties => new[]
    {
        ("folder", Folder),
        ("index document", IndexDocument),
        ("build command", BuildCommand),
        ("build directory", BuildDirectory),
    }.Where(fact => fact.Item2 is not null).Select(fact => new NodeProperty(fact.Item1, fact.Item2 ?? ""));
}
