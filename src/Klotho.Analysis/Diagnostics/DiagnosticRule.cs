using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Diagnostics;

/// <summary>
/// A kind of mistake. <paramref name="MessageFormat"/> is a composite format (<c>{0}</c>) that says what is wrong,
/// where, and how to mend it, in at most two sentences, and names the user's symbol.
/// </summary>
public sealed record DiagnosticRule(DiagnosticCode Code, Severity Severity, string Title, string MessageFormat)
{
    /// <summary>The docs page of the code, relative to the repository.</summary>
    public string DocsPage => $"docs/diagnostics/{Code}.md";

    public KlothoDiagnostic At(SourceLocation location, params string[] arguments) =>
        new(this, new([location]), arguments.ToEquatableArray());

    /// <summary>For two things that conflict: the first is where the mistake is shown, the others are shown with it.</summary>
    public KlothoDiagnostic At(IEnumerable<SourceLocation> locations, params string[] arguments) =>
        new(this, locations.ToEquatableArray(), arguments.ToEquatableArray());
}
