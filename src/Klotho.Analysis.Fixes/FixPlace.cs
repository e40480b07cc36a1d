using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Fixes;

/// <summary>Where something is to be mended.</summary>
/// <param name="Diagnostic">What is wrong.</param>
/// <param name="Shown">The innermost node that it is shown at.</param>
/// <param name="Model">What the code around it means.</param>
/// <param name="Cancel">Ends the search for an edit.</param>
internal sealed record FixPlace(Diagnostic Diagnostic, SyntaxNode Shown, SemanticModel Model, CancellationToken Cancel);
