using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.StaticUnit;

/// <summary><c>[assembly: StaticUnit("id", "folder")]</c>.</summary>
public sealed class StaticUnitAnnotation : Annotation
{
    public override string AttributeName => "Klotho.StaticUnitAttribute";

    public override string Expects => "the assembly";

    public override bool Accepts(AnnotatedSymbol symbol) => true;

    public override AnnotationReading Read(AnnotatedSymbol symbol)
    {
        var folder = symbol.Text(1) ?? "";
        if (ProjectFolder.Normalise(folder) is not { } inside)
        {
            return AnnotationReading.Wrong(
                AnnotationRules.FolderOutsideProject.At(symbol.ArgumentLocation(1), folder, AnnotationReader.Shown(symbol)));
        }

        var directory = symbol.Text("BuildDirectory");
        var insideDirectory = directory is null ? null : ProjectFolder.Normalise(directory);
        return directory is not null && insideDirectory is null
            ? AnnotationReading.Wrong(AnnotationRules.FolderOutsideProject.At(
                symbol.ArgumentLocation("BuildDirectory"), directory, AnnotationReader.Shown(symbol)))
            : AnnotationReading.Of(new(
                new StaticUnitNode(
                    new(StaticUnitNode.Kind, symbol.Id),
                    new([symbol.Location]),
                    inside,
                    symbol.Text("IndexDocument"),
                    symbol.Text("BuildCommand"),
                    insideDirectory),
                symbol.Location));
    }

    public override WiringPart Wiring(CapabilityUse use) => StaticUnitWiring.Of(use);
}
