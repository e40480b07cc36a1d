using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Processes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Klotho.Cli.Loading;

/// <summary>
/// What a project's source generators wrote. They run inside of the SDK's own compiler, in a process beside this one: a
/// natively compiled tool cannot load them, and the SDK's compiler is the one that they were tested with.
/// </summary>
/// <param name="Attempts">Trees to add, in steps: the wiring that Klotho itself generates only if the rest is not enough.</param>
/// <param name="Failures">The compiler's own errors.</param>
/// <param name="Missing">Generators that the command line names but that do not exist.</param>
internal sealed record GeneratorRun(
    IReadOnlyList<IReadOnlyList<SyntaxTree>> Attempts,
    IReadOnlyList<KlothoDiagnostic> Failures,
    IReadOnlyList<KlothoDiagnostic> Missing)
{
    /// <summary>What Klotho itself ships: its wiring is written for a running application, and tells an analysis nothing.</summary>
    public const string OwnGenerator = "Klotho.Analysis";

    /// <param name="project">The project.</param>
    /// <param name="arguments">Its compiler's command line.</param>
    /// <param name="compilation">Its code.</param>
    /// <param name="memory">Texts that are not those on the disk.</param>
    /// <param name="compiler">The compiler to ask.</param>
    /// <param name="cancel">Ends the run.</param>
    public static async Task<GeneratorRun> RunAsync(
        ProjectFacts project, CSharpCommandLineArguments arguments, CSharpCompilation compilation, LoadMemory memory, CompilerProcess compiler, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        var generated = Directory.CreateDirectory(folder.Combine("generated")).FullName;
        var response = folder.Combine("csc.rsp");
        var missing = arguments.AnalyzerReferences
            .Where(analyzer => !File.Exists(Path.GetFullPath(analyzer.FilePath, project.Directory)))
            .Where(analyzer => Path.GetFileNameWithoutExtension(analyzer.FilePath) != OwnGenerator)
            .ToList();
        await File.WriteAllLinesAsync(response, CommandLine(project, arguments, compilation, memory, folder, generated), cancel);

        var outcome = await compiler.RunAsync(project, response, cancel);
        var files = Directory.EnumerateFiles(generated, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .ToLookup(file => Path.GetRelativePath(generated, file).StartsWith(OwnGenerator, StringComparison.Ordinal));
        return new(
            [Parse(files[false], generated, project, arguments), Parse(files[true], generated, project, arguments)],
            outcome.ExitCode == 0 ? [] : Failed(outcome, project),
            missing.Select(analyzer => LoadRules.GeneratorMissing.At(FileLocation.Of(project.Project), project.AssemblyName, Path.GetFileName(analyzer.FilePath))).ToList());
    }

    private static IEnumerable<string> CommandLine(
        ProjectFacts project, CSharpCommandLineArguments arguments, CSharpCompilation compilation, LoadMemory memory, TemporaryFolder folder, string generated)
    {
        // What is written elsewhere, or made by steps of a build that did not run, has no part in generating code.
        string[] dropped = ["/out:", "/refout:", "/pdb:", "/doc:", "/reference:", "/r:", "/analyzer:", "/a:", "/resource:", "/res:", "/linkresource:",
            "/win32icon:", "/win32res:", "/win32manifest:", "/generatedfilesout:", "/errorlog:", "/sourcelink:", "/embed", "/debug", "/noconfig", "/refonly", "/skipanalyzers"];
        var options = project.Arguments.Where(argument => argument.StartsWith('/') && !File.Exists(argument) && !dropped.Any(name => argument.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        var analyzers = arguments.AnalyzerReferences.Select(analyzer => Path.GetFullPath(analyzer.FilePath, project.Directory)).Where(File.Exists);
        return options
            .Concat(References(compilation, folder))
            .Concat(analyzers.Select(analyzer => $"/analyzer:\"{analyzer}\""))
            .Concat([$"/out:\"{folder.Combine("code.dll")}\"", "/refonly", "/skipanalyzers+", $"/generatedfilesout:\"{generated}\""])
            .Concat(SourceTrees.Files(arguments).Select((file, index) => $"\"{(memory.Unsaved.TryGetValue(file, out var text) ? Written(text, folder, index) : file)}\""));
    }

    /// <summary>The compiler reads files, so what is not saved is saved for it.</summary>
    private static string Written(string text, TemporaryFolder folder, int index)
    {
        var path = folder.Combine($"{index}.cs");
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Projects referenced as source may not be built yet, so their metadata is written for the compiler to read.</summary>
    private static IEnumerable<string> References(CSharpCompilation compilation, TemporaryFolder folder)
    {
        foreach (var reference in compilation.References)
        {
            var path = reference is CompilationReference source ? Emit(source.Compilation, folder) : reference.Display;
            yield return reference.Properties.Aliases.Length > 0
                ? $"/reference:{string.Join(',', reference.Properties.Aliases)}=\"{path}\""
                : $"/reference:\"{path}\"";
        }
    }

    private static string Emit(Compilation compilation, TemporaryFolder folder)
    {
        var directory = Directory.CreateDirectory(folder.Combine("references")).FullName;
        var path = Path.Combine(directory, compilation.AssemblyName + ".dll");
        using var file = File.Create(path);
        compilation.Emit(file, options: new EmitOptions(metadataOnly: true));
        return path;
    }

    /// <summary>Trees under a path that is the same on every run, as the graph records locations.</summary>
    private static List<SyntaxTree> Parse(IEnumerable<string> files, string generated, ProjectFacts project, CSharpCommandLineArguments arguments) =>
        files.Select(file => SourceTrees.Parse(
            file,
            Path.Combine(project.Directory, "obj", "generated", Path.GetRelativePath(generated, file)),
            arguments,
            SourceTrees.Options(arguments))).ToList();

    private static List<KlothoDiagnostic> Failed(ProcessOutcome outcome, ProjectFacts project)
    {
        var errors = outcome.Lines.Select(MsBuildMessage.Parse).OfType<MsBuildMessage>().Where(message => message.IsError).Distinct().ToList();
        return errors.Count == 0
            ? [LoadRules.BuildFailed.At(FileLocation.Of(project.Project), $"exit code {outcome.ExitCode} of the C# compiler", string.Join(" ", outcome.Lines.TakeLast(3)))]
            : errors.Select(error => CSharpError.Rule(error.Code, error.Code)
                .At(FileLocation.At(Path.GetFullPath(error.File, project.Directory), error.Line, error.Column), error.Text)).ToList();
    }
}
