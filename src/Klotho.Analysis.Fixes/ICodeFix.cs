using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Fixes;

/// <summary>Mends one kind of mistake where one edit is enough.</summary>
internal interface ICodeFix
{
    /// <summary>The rules whose diagnostics it mends.</summary>
    IReadOnlyList<DiagnosticRule> Rules { get; }

    /// <param name="shown">The innermost node that the diagnostic is shown at.</param>
    /// <param name="model">What the code around it means.</param>
    /// <param name="cancel">Ends the search for an edit.</param>
    /// <returns>Null where one edit does not mend it.</returns>
    CodeEdit? Propose(SyntaxNode shown, SemanticModel model, CancellationToken cancel);
}
