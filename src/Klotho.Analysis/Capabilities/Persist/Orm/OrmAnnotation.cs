using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.Orm;

/// <summary><c>[Persist("id")]</c> on a <c>DbContext</c> class or on a parameter of such a class.</summary>
public sealed class OrmAnnotation : Annotation
{
    private static readonly EquatableArray<string> Operations = new(["DbContext.Query", "DbContext.SaveChangesAsync"]);

    public override string AttributeName => PersistAttribute.MetadataName;

    public override string Expects => "a DbContext class";

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Type.DerivesFrom("Microsoft.EntityFrameworkCore.DbContext");

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Type is not { } type
            ? AnnotationReading.Nothing
            : AnnotationReading.Of(new ResourceUse(
                new OrmNode(new(OrmNode.Kind, symbol.Id), new([symbol.Location]), type.ToTypeName()),
                symbol.Location,
                EdgeKind.Uses,
                Operations)
            {
                Sets = EntitySets.Of(type),
                Vouched = Vouching.Of(symbol, "DbContext.Query"),
            });

    public override WiringPart Wiring(CapabilityUse use) => OrmWiring.Of(use);
}
