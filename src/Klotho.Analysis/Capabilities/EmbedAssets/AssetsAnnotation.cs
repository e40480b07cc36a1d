using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.EmbedAssets;

/// <summary><c>[assembly: EmbedAssets("id", "folder")]</c>.</summary>
public sealed class AssetsAnnotation : Annotation
{
    public override string AttributeName => "Klotho.EmbedAssetsAttribute";

    public override string Expects => "the assembly";

    public override bool Accepts(AnnotatedSymbol symbol) => true;

    public override AnnotationReading Read(AnnotatedSymbol symbol)
    {
        var folder = symbol.Text(1) ?? "";
        return ProjectFolder.Normalise(folder) is { } inside
            ? AnnotationReading.Of(new(new AssetsNode(new(AssetsNode.Kind, symbol.Id), new([symbol.Location]), inside), symbol.Location))
            : AnnotationReading.Wrong(
                AnnotationRules.FolderOutsideProject.At(symbol.ArgumentLocation(1), folder, AnnotationReader.Shown(symbol)));
    }

    public override IEnumerable<CapabilityEdge> Edges(CapabilityUse use, EquatableArray<CapabilityNode> nodes) =>
        nodes.Items
            .OfType<ExecUnitNode>()
            .Select(unit => new CapabilityEdge(unit.Id, use.Node.Id, EdgeKind.Packages, EquatableArray<OperationUse>.Empty));

    public override WiringPart Wiring(CapabilityUse use) => AssetsWiring.Of(use);
}
