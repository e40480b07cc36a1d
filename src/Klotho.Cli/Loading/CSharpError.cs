using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Cli.Loading;

/// <summary>
/// The compiler's own errors. Warnings that a project turns into errors are left to its build: they change nothing in
/// what the code means.
/// </summary>
internal sealed record CSharpError(KlothoDiagnostic Diagnostic, bool IsSyntax)
{
    public static IReadOnlyList<CSharpError> In(CSharpCompilation compilation, CancellationToken cancel)
    {
        var syntax = compilation.GetParseDiagnostics(cancel).Where(IsError).Select(error => new CSharpError(Translate(error), true)).ToList();
        return syntax.Count > 0
            ? syntax
            : compilation.GetDiagnostics(cancel).Where(IsError).Select(error => new CSharpError(Translate(error), false)).ToList();
    }

    /// <summary>The errors that are not in bodies.</summary>
    public static IReadOnlyList<CSharpError> OfDeclarations(CSharpCompilation compilation, CancellationToken cancel) =>
    [
        .. compilation.GetParseDiagnostics(cancel).Where(IsError).Select(error => new CSharpError(Translate(error), true)),
        .. compilation.GetDeclarationDiagnostics(cancel).Where(IsError).Select(error => new CSharpError(Translate(error), false)),
    ];

    /// <summary>The errors in some files of a compilation, where the others have none.</summary>
    public static IReadOnlyList<CSharpError> In(CSharpCompilation compilation, IReadOnlyList<SyntaxTree> trees, CancellationToken cancel)
    {
        var syntax = trees.SelectMany(tree => tree.GetDiagnostics(cancel)).Where(IsError).Select(error => new CSharpError(Translate(error), true)).ToList();
        return syntax.Count > 0
            ? syntax
            : trees.SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancel)).Where(IsError).Select(error => new CSharpError(Translate(error), false)).ToList();
    }

    public static KlothoDiagnostic Missing(string file, string project) =>
        Rule("CS2001", "Source file not found").At(FileLocation.Of(project), $"Source file '{file}' could not be found.");

    /// <summary>A rule for a code that is not ours: its message is the other tool's text.</summary>
    public static DiagnosticRule Rule(string code, string title) => new(new(code), Klotho.Analysis.Diagnostics.Severity.Error, title, "{0}");

    private static bool IsError(Diagnostic diagnostic) => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false };

    private static KlothoDiagnostic Translate(Diagnostic diagnostic)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return Rule(diagnostic.Id, diagnostic.Descriptor.Title.ToString(culture))
            .At(diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Select(Translate), diagnostic.GetMessage(culture));
    }

    private static SourceLocation Translate(Location location) =>
        location.SourceTree is null ? FileLocation.Of(location.MetadataModule?.Name ?? "") : SourceRoot.None.At(location);
}
