using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Cli.Loading;

/// <summary>The loaded project (null with an error among the diagnostics), and what is wrong.</summary>
internal sealed record LoadResult(LoadedProject? Project, EquatableArray<KlothoDiagnostic> Diagnostics)
{
    public static LoadResult Failed(params IEnumerable<KlothoDiagnostic> diagnostics) => new(null, diagnostics.ToEquatableArray());
}
