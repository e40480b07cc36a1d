using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.Secret;

/// <summary><c>[Persist("id")] ISecret</c>.</summary>
public sealed class SecretAnnotation : Annotation
{
    public override string AttributeName => PersistAttribute.MetadataName;

    public override string Expects => "ISecret";

    public override bool AcceptsPlainKey => true;

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Type.Is("Klotho.ISecret");

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Type is null
            ? AnnotationReading.Nothing
            : AnnotationReading.Of(new ResourceUse(
                new SecretNode(new(SecretNode.Kind, symbol.Id), new([symbol.Location])),
                symbol.Location,
                EdgeKind.Uses,
                symbol.Type.OperationNames())
            {
                Vouched = Vouching.Of(symbol, "ISecret.ReadAsync"),
            });

    public override WiringPart Wiring(CapabilityUse use) => SecretWiring.Of(use);
}
