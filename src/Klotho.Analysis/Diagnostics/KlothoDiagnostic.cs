using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Diagnostics;

/// <summary>One mistake in one place (and the places that it conflicts with).</summary>
public sealed record KlothoDiagnostic(
    DiagnosticRule Rule,
    EquatableArray<SourceLocation> Locations,
    EquatableArray<string> Arguments)
{
    public SourceLocation Location => Locations[0];

    public string Message =>
        string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, Arguments.Items.Cast<object>().ToArray());
}
