using Klotho.Analysis;
using Klotho.Analysis.Attribution;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Cli.Loading;

namespace Klotho.Cli.Run;

/// <summary>Which processes an edit concerns: those whose unit is made of an edited file, before the edit or after it.</summary>
internal static class TouchedRoles
{
    public static EquatableArray<UnitFiles> FilesOf(LoadedProject project, AppName name, CancellationToken cancel) =>
        FileAttribution.Run(new AnalysisInput(project.App, name, project.Root), cancel);

    /// <param name="edited">The files, relative to the root.</param>
    /// <param name="before">The files of each unit before.</param>
    /// <param name="after">The same after.</param>
    /// <param name="roles">The names of all processes: units, or the application for all of them.</param>
    public static IReadOnlySet<string> Of(IEnumerable<SourcePath> edited, EquatableArray<UnitFiles> before, EquatableArray<UnitFiles> after, IReadOnlyCollection<string> roles)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in edited)
        {
            var units = before.Items.Concat(after.Items).Where(unit => unit.Files.Items.Contains(file)).Select(unit => unit.Unit.Name).ToList();

            // A project file, or code that nothing is seen to reach: anybody's. A process that is all units has none of their names.
            touched.UnionWith(units.Count > 0 && units.All(roles.Contains) && roles.Contains(ExecUnitNode.DefaultId.Name) ? units : roles);
        }

        return touched;
    }
}
