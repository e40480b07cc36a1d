using Klotho.Analysis.Capabilities;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Reach;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Attribution;

/// <summary>
/// Tells which source files each unit is made of: those of the bodies that it reaches, those of every type that these name, and
/// those of what runs when any process starts. Where it is not sure, a file belongs to one unit more.
/// </summary>
public static class FileAttribution
{
    /// <summary>One entry for each unit that runs code, sorted by unit.</summary>
    public static EquatableArray<UnitFiles> Run(AnalysisInput input, CancellationToken cancel)
    {
        var (reach, _) = CapabilityAnalysis.Read(input, AnnotationCatalogue.All, cancel);
        var everywhere = new DeclarationWalk(null, reach, cancel);
        if (reach.Program.App.GetEntryPoint(cancel) is { } entry)
        {
            everywhere.AddBody(entry, follow: true);
        }

        var started = everywhere.Files().Concat(OfTheWhole(reach.Program)).ToList();
        return ReachAnalysis.Closures(reach, cancel)
            .Select(closure => new UnitFiles(closure.Unit, Files(closure, reach, cancel).Concat(started)
                .Select(input.Root.Relative).Distinct().OrderBy(path => path).ToEquatableArray()))
            .OrderBy(unit => unit.Unit)
            .ToEquatableArray();
    }

    private static IEnumerable<string> Files(UnitClosure closure, ReachInput reach, CancellationToken cancel)
    {
        var walk = new DeclarationWalk(closure.Unit, reach, cancel);
        foreach (var body in closure.Bodies)
        {
            walk.AddBody(body.Method, follow: false);
        }

        return walk.Files();
    }

    /// <summary>What is said once for a project, every file of it is read by.</summary>
    private static IEnumerable<string> OfTheWhole(SourceProgram program) => program.Compilations
        .SelectMany(compilation => compilation.SyntaxTrees)
        .Where(tree => tree.GetRoot() is CompilationUnitSyntax unit &&
            (unit.AttributeLists.Count > 0 || unit.Usings.Any(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))))
        .Select(tree => tree.FilePath);
}
