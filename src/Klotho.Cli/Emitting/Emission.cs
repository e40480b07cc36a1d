using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Cli.Writing;
using Klotho.Emit;
using Klotho.Emit.Output;
using Klotho.Emit.Printing;
using Klotho.Planning;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Emitting;

/// <summary>The emission of a planned application into a folder.</summary>
internal static class Emission
{
    public static EmitResult Run(LoadedProject project, Plan plan, PlanResult planned, PlanLock names, OutputPlace place, ProgramPrinter printer, Terminal terminal)
    {
        var layout = new AppLayout(
            project.Root.Relative(project.ProjectFile),
            project.AssemblyName,
            project.TargetFramework,
            Relative(place.Folder, project.Root.Folder))
        {
            OutputFromContext = Relative(project.Root.Folder, place.Folder) is var output && !output.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(output) ? output : null,
        };
        return FrontEnd.Timed("emit", terminal, () => Emitter.Run(new EmitInput(plan, names, planned.Configuration, layout, CapabilityCatalogue.All) { Printer = printer }));
    }

    /// <summary>The language that the command line names, or klotho.yaml, or the usual one.</summary>
    public static ProgramPrinter PrinterOf(string? language, ConfigurationSources sources) =>
        ProgramLanguages.Find(language ?? sources.Settings.Language) ?? ProgramLanguages.Default;

    private static string Relative(string from, string to) => Path.GetRelativePath(from, to).Replace('\\', '/');
}
