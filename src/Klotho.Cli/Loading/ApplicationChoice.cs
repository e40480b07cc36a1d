using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;

namespace Klotho.Cli.Loading;

/// <summary>Which of the loaded projects is the application.</summary>
internal static class ApplicationChoice
{
    private const string RuntimeAssembly = "Klotho.Runtime";

    public static (ProjectFacts? App, KlothoDiagnostic? Problem) Choose(ProjectTarget target, IReadOnlyList<ProjectFacts> projects)
    {
        var named = projects.Where(project => target.Projects.Contains(project.Project)).ToList();
        if (!target.IsSolution)
        {
            return named switch
            {
                [{ IsExecutable: true } app, ..] => (app, null),
                _ => (null, LoadRules.NotAnApplication.At(FileLocation.Of(target.File), Path.GetFileName(target.File))),
            };
        }

        var applications = named.Where(project => project.IsExecutable && ReferencesRuntime(project)).DistinctBy(project => project.Project).ToList();
        return applications switch
        {
            [var only] => (only, null),
            [] => (null, LoadRules.NoApplication.At(FileLocation.Of(target.File), Path.GetFileName(target.File))),
            _ => (null, LoadRules.SeveralApplications.At(FileLocation.Of(target.File), Path.GetFileName(target.File),
                string.Join(", ", applications.Select(project => Path.GetRelativePath(target.Directory, project.Project))))),
        };
    }

    private static bool ReferencesRuntime(ProjectFacts project) =>
        project.Arguments.Any(argument => argument.StartsWith("/reference:", StringComparison.Ordinal) &&
            Path.GetFileNameWithoutExtension(argument.Trim('"')) == RuntimeAssembly);
}
