using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.Blob;

/// <summary><c>[Persist("id")] IBlobStore</c>.</summary>
public sealed class BlobAnnotation : Annotation
{
    public override string AttributeName => PersistAttribute.MetadataName;

    public override string Expects => "IBlobStore";

    public override bool AcceptsPlainKey => true;

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Type.Is("Klotho.IBlobStore");

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Type is null
            ? AnnotationReading.Nothing
            : AnnotationReading.Of(new ResourceUse(
                new BlobNode(new(BlobNode.Kind, symbol.Id), new([symbol.Location])),
                symbol.Location,
                EdgeKind.Uses,
                symbol.Type.OperationNames())
            {
                Vouched = Vouching.Of(symbol, "IBlobStore.LinkAsync", "IBlobStore.ListAsync", "IBlobStore.ReadAsync", "IBlobStore.StatAsync"),
            });

    public override WiringPart Wiring(CapabilityUse use) => BlobWiring.Of(use);
}
