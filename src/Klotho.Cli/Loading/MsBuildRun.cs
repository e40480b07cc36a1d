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
    /// <param name="target">The projects.</param>
    /// <param name="restore">Whether it restores them first: the same process does, so that nobody pays for a second one to start.</param>
    /// <param name="cancel">Ends the process.</param>
    public static async Task<MsBuildLoad> LoadAsync(ProjectTarget target, bool restore, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        var log = folder.Combine("load.log");
        var targets = folder.Combine(TargetsName);
        var begun = folder.Combine("begun");
        var records = Directory.CreateDirectory(folder.Combine("records")).FullName;
        await WriteTargetsAsync(targets, cancel);
        await File.WriteAllTextAsync(folder.Combine("load.proj"), Traversal(target.Projects, begun), cancel);

        var outcome = await DotnetHost.RunAsync(
            [
                "msbuild", folder.Combine("load.proj"), .. restore ? ["-restore"] : Array.Empty<string>(), "-nologo", "-v:q", "-m:1", "-t:KlothoLoad",
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

        var (state, reason) = LoadInputs.Of(target, projects, EvaluationLog.Read(log), folder.Path, File.GetLastWriteTimeUtc(begun));
        return new(projects, outcome, state, reason);
    }

    private static async Task WriteTargetsAsync(string path, CancellationToken cancel)
    {
        await using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(TargetsName)
            ?? throw new InvalidOperationException($"The resource {TargetsName} is not in the assembly.");
        await using var file = File.Create(path);
        await resource.CopyToAsync(file, cancel);
    }

    /// <summary>
    /// A project over all the projects: the solution's own targets would stop at projects that lack ours, and its own restore leaves out
    /// those that it gives no configuration. What is restored is older than the file that says when reading began.
    /// </summary>
    private static string Traversal(IReadOnlyList<string> projects, string begun) =>
        $"""
        <Project>
          <ItemGroup>
            {Items("KlothoProject", projects)}
            {Items("RestoreGraphProjectInputItems", projects)}
          </ItemGroup>
          <Import Project="$(MSBuildToolsPath)/NuGet.targets" />
          <Target Name="KlothoLoad">
            <Touch Files="{SecurityElement.Escape(Escaped(begun))}" AlwaysCreate="true" />
            <MSBuild Projects="@(KlothoProject)" Targets="KlothoLoad" SkipNonexistentTargets="true" />
          </Target>
        </Project>
        """;

    private static string Items(string name, IReadOnlyList<string> projects) =>
        string.Join("\n    ", projects.Select(project => $"<{name} Include=\"{SecurityElement.Escape(Escaped(project))}\" />"));

    /// <summary>The characters that MSBuild reads as syntax.</summary>
    private static string Escaped(string path) =>
        string.Concat(path.Select(character => "%$@'();?*".Contains(character, StringComparison.Ordinal) ? $"%{(int)character:X2}" : character.ToString()));
}
