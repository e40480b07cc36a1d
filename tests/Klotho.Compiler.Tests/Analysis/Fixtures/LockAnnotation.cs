using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;

namespace Klotho.Compiler.Tests.Analysis.Fixtures;

/// <summary>A capability that Klotho does not have, added from outside.</summary>
internal sealed class LockAnnotation : Annotation
{
    public override string AttributeName => "Shop.LockAttribute";

    public override string Expects => "ILock";

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Type.Is("Shop.ILock");

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Type is null
            ? AnnotationReading.Nothing
            : AnnotationReading.Of(new ResourceUse(
                new LockNode(new(new("lock"), symbol.Id), new([symbol.Location])), symbol.Location, EdgeKind.Uses, symbol.Type.OperationNames()));

    public override WiringPart Wiring(CapabilityUse use) => WiringPart.Nothing;
}
