using Klotho.Cli.Loading;

namespace Klotho.Cli.Run;

/// <summary>A project's own command line of the compiler, made to write to another folder.</summary>
/// <param name="project">The project.</param>
/// <param name="folder">Where the compiler is to write.</param>
internal sealed class CompilerArguments(ProjectFacts project, string folder)
{
    // Analyzers have their say in builds: they take longer than the compiler, and what they find stops nobody here.
    private static readonly string[] Added = ["/skipanalyzers+"];

    private static readonly string[] Outputs = ["/out:", "/refout:", "/pdb:", "/doc:", "/errorlog:", "/generatedfilesout:", "/reportanalyzer", "/noconfig"];

    public string Assembly { get; } = Path.Combine(folder, $"{project.AssemblyName}.dll");

    /// <summary>What the project shows to others, where it writes that for itself.</summary>
    public string? Reference { get; } = project.Arguments.Any(argument => Is(argument, "/refout:"))
        ? Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "ref")).FullName, $"{project.AssemblyName}.dll")
        : null;

    /// <summary>Whether a project's compiler is given a file.</summary>
    public static bool Name(ProjectFacts project, string file) =>
        project.Arguments.Any(argument => (!argument.StartsWith('/') || File.Exists(argument)) && Path.GetFullPath(argument.Trim('"'), project.Directory) == file);

    /// <param name="projects">All projects.</param>
    /// <param name="compiled">What was compiled anew of them.</param>
    public IEnumerable<string> With(IReadOnlyList<ProjectFacts> projects, IReadOnlyDictionary<string, CompiledProject> compiled) =>
        project.Arguments.Where(argument => !Outputs.Any(name => Is(argument, name)))
            .Select(argument => Quoted(Redirected(argument, projects, compiled)))
            .Concat(Added)
            .Append($"/out:\"{Assembly}\"")
            .Concat(Reference is { } shown ? [$"/refout:\"{shown}\""] : []);

    private string Redirected(string argument, IReadOnlyList<ProjectFacts> projects, IReadOnlyDictionary<string, CompiledProject> compiled)
    {
        if (!Is(argument, "/reference:"))
        {
            return argument;
        }

        // An alias may stand before the path.
        var path = argument["/reference:".Length..];
        path = path.IndexOf('=', StringComparison.Ordinal) is > 0 and var end && !path[..end].Contains('/', StringComparison.Ordinal) && !path[..end].Contains('\\', StringComparison.Ordinal) ? path[(end + 1)..] : path;
        var full = Path.GetFullPath(path.Trim('"'), project.Directory);
        return projects.FirstOrDefault(other => other != project && other.Outputs.Contains(full)) is { } source && compiled.TryGetValue(source.Project, out var anew)
            ? $"{argument[..^path.Length]}\"{anew.Reference}\""
            : argument;
    }

    private static bool Is(string argument, string name) => argument.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static string Quoted(string argument) =>
        argument.Contains(' ', StringComparison.Ordinal) && !argument.Contains('"', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
