using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Fixes;

/// <summary>Mends one kind of mistake where one edit is enough.</summary>
internal interface ICodeFix
{
    /// <summary>The rules whose diagnostics it mends.</summary>
    IReadOnlyList<DiagnosticRule> Rules { get; }

    /// <returns>The edits to choose from, the likeliest first; none where one edit does not mend it. Those that do not compile are not offered.</returns>
    IEnumerable<CodeEdit> Propose(FixPlace place);
}
