using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Wiring;

/// <summary>Turns an attribute into its part of the wiring, by the same readers that the analysis uses.</summary>
public static class WiringReader
{
    /// <summary>The entry of an attribute; none where it is wrong (the analyzer says how) or needs nothing at run time.</summary>
    public static IEnumerable<WiringEntry> Read(AnnotatedSymbol symbol)
    {
        var (annotation, reading) = AnnotationReader.Read(symbol, AnnotationCatalogue.All);
        if (annotation is null || reading.Use is not { } use || reading.Diagnostics.Items.Any(found => found.Rule.Severity == Severity.Error))
        {
            yield break;
        }

        var part = annotation.Wiring(use);
        if (part.Declarations.Count > 0)
        {
            yield return new(AnnotationCatalogue.All.Items.IndexOf(annotation), use.Node.Id.Name, part);
        }
    }
}
