using System.Reflection;
using System.Security;
using Klotho.Cli.Processes;

namespace Klotho.Cli.Loading;

/// <summary>
/// The one MSBuild run of a load: imports KlothoLoad.targets into every project and reads what each wrote. Nothing is
/// compiled. DesignTimeBuild stays unset on purpose: with it, an unrestored project succeeds with its packages missing.
/// </summary>
internal static class MsBuildRun
{
    private const string TargetsName = "KlothoLoad.targets";

    /// <summary>What the run says of every project; with that, where it can be told, the state on which it rests.</summary>
    public static async Task<MsBuildLoad> LoadAsync(ProjectTarget target, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        var begun = DateTime.UtcNow;
        var log = folder.Combine("load.log");
        var targets = folder.Combine(TargetsName);
        var records = Directory.CreateDirectory(folder.Combine("records")).FullName;
        await WriteTargetsAsync(targets, cancel);
        await File.WriteAllTextAsync(folder.Combine("load.proj"), Traversal(target.Projects), cancel);

        var outcome = await DotnetHost.RunAsync(
            [
                "msbuild", folder.Combine("load.proj"), "-nologo", "-v:q", "-m:1", "-t:KlothoLoad",
                $"-p:CustomAfterMicrosoftCommonTargets={targets}",
                $"-p:CustomAfterMicrosoftCommonCrossTargetingTargets={targets}",
                $"-p:KlothoRecords={records}",
                $"-flp:logfile={log};verbosity=diagnostic;encoding=UTF-8",
                "-p:BuildProjectReferences=false",
                "-p:ProvideCommandLineArgs=true",
                "-p:SkipCompilerExecution=true",
                // Without it the command line of a project that is up to date is empty.
                "-p:NonExistentFile=__NonExistentSubDir__/__NonExistentFile__",
            ],
            target.Directory, cancel);
        if (outcome.ExitCode != 0 || ProjectFacts.ReadAll(records) is not { Count: > 0 } projects)
        {
            return new([], outcome, null, null);
        }

        var (state, reason) = LoadInputs.Of(target, projects, EvaluationLog.Read(log), folder.Path, begun);
        return new(projects, outcome, state, reason);
    }

    /// <summary>Restores the projects themselves: the solution's own restore leaves out those that it gives no configuration.</summary>
    public static async Task<ProcessOutcome> RestoreAsync(ProjectTarget target, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        var project = folder.Combine("restore.proj");
        await File.WriteAllTextAsync(project, Restore(target.Projects), cancel);
        return await DotnetHost.RunAsync(["msbuild", project, "-nologo", "-v:q", "-m:2", "-t:Restore"], target.Directory, cancel);
    }

    private static async Task WriteTargetsAsync(string path, CancellationToken cancel)
    {
        await using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(TargetsName)
            ?? throw new InvalidOperationException($"The resource {TargetsName} is not in the assembly.");
        await using var file = File.Create(path);
        await resource.CopyToAsync(file, cancel);
    }

    /// <summary>A project over all the projects: the solution's own targets would stop at projects that lack ours.</summary>
    private static string Traversal(IReadOnlyList<string> projects) =>
        $"""
        <Project>
          <ItemGroup>
            {Items("KlothoProject", projects)}
          </ItemGroup>
          <Target Name="KlothoLoad">
            <MSBuild Projects="@(KlothoProject)" Targets="KlothoLoad" SkipNonexistentTargets="true" />
          </Target>
        </Project>
        """;

    private static string Restore(IReadOnlyList<string> projects) =>
        $"""
        <Project>
          <ItemGroup>
            {Items("RestoreGraphProjectInputItems", projects)}
          </ItemGroup>
          <Import Project="$(MSBuildToolsPath)/NuGet.targets" />
        </Project>
        """;

    private static string Items(string name, IReadOnlyList<string> projects) =>
        string.Join("\n    ", projects.Select(project => $"<{name} Include=\"{SecurityElement.Escape(Escaped(project))}\" />"));

    /// <summary>The characters that MSBuild reads as syntax.</summary>
    private static string Escaped(string path) =>
        string.Concat(path.Select(character => "%$@'();?*".Contains(character, StringComparison.Ordinal) ? $"%{(int)character:X2}" : character.ToString()));
}
