using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.Cache;

/// <summary><c>[Persist("id")] IDistributedCache</c>.</summary>
public sealed class CacheAnnotation : Annotation
{
    public override string AttributeName => PersistAttribute.MetadataName;

    public override string Expects => "IDistributedCache";

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Type.Is("Microsoft.Extensions.Caching.Distributed.IDistributedCache");

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Type is null
            ? AnnotationReading.Nothing
            : AnnotationReading.Of(new ResourceUse(
                new CacheNode(new(CacheNode.Kind, symbol.Id), new([symbol.Location])),
                symbol.Location,
                EdgeKind.Uses,
                symbol.Type.OperationNames())
            {
                IsOpaque = true,
                Vouched = Vouching.Of(symbol, "IDistributedCache.Get", "IDistributedCache.GetAsync"),
            });

    public override WiringPart Wiring(CapabilityUse use) => CacheWiring.Of(use);
}
