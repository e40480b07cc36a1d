using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.Persist.KeyValue;

/// <summary><c>[Persist("id")] IKeyValueStore&lt;T&gt;</c>.</summary>
public sealed class KeyValueAnnotation : Annotation
{
    public override string AttributeName => PersistAttribute.MetadataName;

    public override string Expects => "IKeyValueStore<T>";

    public override bool AcceptsPlainKey => true;

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Type.Is("Klotho.IKeyValueStore`1");

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Type is not INamedTypeSymbol type
            ? AnnotationReading.Nothing
            : AnnotationReading.Of(new ResourceUse(
                new KeyValueNode(new(KeyValueNode.Kind, symbol.Id), new([symbol.Location]), type.TypeArguments[0].ToTypeName()),
                symbol.Location,
                EdgeKind.Uses,
                type.OperationNames())
            {
                Vouched = Vouching.Of(symbol, "IKeyValueStore.GetAsync", "IKeyValueStore.GetManyAsync", "IKeyValueStore.QueryAsync", "IKeyValueStore.ScanAsync"),
            });

    public override IEnumerable<PayloadType> Payloads(AnnotatedSymbol symbol) =>
        symbol.Type is INamedTypeSymbol type ? [PayloadType.Of(WireRole.Value, type.TypeArguments[0])] : [];

    public override WiringPart Wiring(CapabilityUse use) => KeyValueWiring.Of(use);
}
