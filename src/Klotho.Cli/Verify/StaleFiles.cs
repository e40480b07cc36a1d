using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;

namespace Klotho.Cli.Verify;

/// <summary>The files that a compile would write otherwise as diagnostics, each at the file, so that a CI job shows them where they are.</summary>
internal static class StaleFiles
{
    public static IEnumerable<KlothoDiagnostic> Of(ComparedOutput compared) => (compared.Found?.Differences ?? [])
        .Where(difference => difference.State != FileState.Foreign)
        .Select(difference => LoadRules.OutputStale.At(FileLocation.Of(PathOf(difference, compared)), difference.Path, Words(difference.State)));

    private static string PathOf(FileDifference difference, ComparedOutput compared) =>
        compared.LockFile is { } file && difference.Path == Path.GetFileName(file) ? file : Path.Combine(compared.Found?.Folder ?? "", difference.Path);

    private static string Words(FileState state) => state switch
    {
        FileState.Missing => "is not there",
        FileState.Edited => "was edited by hand",
        _ => "is out of date",
    };
}
