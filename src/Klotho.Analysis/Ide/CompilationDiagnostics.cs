using System.Collections.Immutable;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Ide;

/// <summary>What the analysis finds in one compilation, computed by whichever file asks first.</summary>
internal sealed class CompilationDiagnostics(Compilation compilation)
{
    private readonly object gate = new();
    private ILookup<SyntaxTree?, PlacedDiagnostic>? found;

    /// <summary>
    /// What is shown in a file. A mistake in a referenced project is shown in that project, and where this one conflicts with a referenced
    /// one, which cannot know it, at the place in this one.
    /// </summary>
    public IEnumerable<PlacedDiagnostic> In(SyntaxTree tree, CancellationToken cancel)
    {
        // Not Lazy<T>: it would keep the cancellation of the first file for all others.
        lock (gate)
        {
            found ??= Find(cancel);
        }

        return found[tree];
    }

    private ILookup<SyntaxTree?, PlacedDiagnostic> Find(CancellationToken cancel)
    {
        try
        {
            var result = CapabilityAnalysis.Run(new(compilation, new(compilation.AssemblyName ?? ""), SourceRoot.OfCompiler), cancel);
            return Placed(result, new SourceLocations(compilation)).ToLookup(placed => placed.Location.SourceTree);
        }
        catch (InsufficientExecutionStackException)
        {
            // So deep that the compiler refuses the code, which says more than anything said here could.
            return Array.Empty<PlacedDiagnostic>().ToLookup(placed => placed.Location.SourceTree);
        }
    }

    private static IEnumerable<PlacedDiagnostic> Placed(AnalysisResult result, SourceLocations locations)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            var here = diagnostic.Locations.Items.Select(locations.Find).OfType<Location>().ToImmutableArray();
            if (here.Length > 0)
            {
                yield return new(diagnostic, here[0], here.RemoveAt(0));
            }
        }
    }
}
