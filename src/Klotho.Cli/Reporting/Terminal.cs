using System.Text;
using System.Text.Json;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Spectre.Console;

namespace Klotho.Cli.Reporting;

/// <summary>Where a command prints: results on standard output, diagnostics and progress on standard error.</summary>
internal sealed class Terminal(OutputFormat format, Verbosity verbosity)
{
    // Tables for a person are as wide as the window; in a file or a pipe, as wide as the log of a CI job shows well.
    private const int WidthWithoutWindow = 110;

    public OutputFormat Format { get; } = format;

    public bool IsVerbose => verbosity == Verbosity.Verbose;

    /// <summary>Whether a summary for a person is wanted.</summary>
    public bool Summarises => Format == OutputFormat.Text && verbosity != Verbosity.Quiet;

    /// <summary>Whether standard output takes colours.</summary>
    public bool ColoursOutput { get; } = Colours(Console.IsOutputRedirected);

    /// <summary>Prints a line about the work, on standard error.</summary>
    public void Progress(string line)
    {
        if (verbosity != Verbosity.Quiet && Format == OutputFormat.Text)
        {
            Console.Error.WriteLine(line);
        }
    }

    public void Detail(string line)
    {
        if (IsVerbose)
        {
            Console.Error.WriteLine(line);
        }
    }

    /// <summary>Prints a mistake on the command line, which has no place in a file.</summary>
    public static void Mistake(string sentences) => Console.Error.WriteLine($"klotho: {sentences}");

    /// <summary>Prints diagnostics for a person, or in the form of a CI job. In JSON they are part of the document.</summary>
    /// <param name="diagnostics">What to print.</param>
    /// <param name="root">What their paths are relative to.</param>
    /// <param name="unwritten">A file whose lines to show as they would be, not as they are on the disk.</param>
    public void Report(IEnumerable<KlothoDiagnostic> diagnostics, SourceRoot root, (string File, string Text)? unwritten = null)
    {
        if (DiagnosticFormats.Find(Format) is { } format)
        {
            Console.Out.Write(format.Print(diagnostics, Paths(root)));
        }
        else if (Format != OutputFormat.Json)
        {
            var printer = new DiagnosticPrinter(
                Paths(root), path => path == unwritten?.File ? unwritten?.Text.ReplaceLineEndings("\n").Split('\n') ?? [] : ReadLines(path), Colours(Console.IsErrorRedirected));
            Console.Error.Write(printer.Print(diagnostics));
        }
    }

    /// <summary>Prints the command's one JSON document.</summary>
    public static void WriteJson(Action<Utf8JsonWriter> body)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        Console.Out.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    public static DisplayPaths Paths(SourceRoot root) => new(root, Directory.GetCurrentDirectory());

    /// <summary>A console for tables on standard output.</summary>
    public static IAnsiConsole Tables()
    {
        var colours = Colours(Console.IsOutputRedirected);
        var console = AnsiConsole.Create(new()
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        console.Profile.Width = Console.IsOutputRedirected ? WidthWithoutWindow : Math.Max(console.Profile.Width, 60);
        return console;
    }

    /// <summary>No colours into a file or a pipe, nor where NO_COLOR (no-color.org) or a dumb terminal ask for none.</summary>
    private static bool Colours(bool redirected) =>
        !redirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static IReadOnlyList<string> ReadLines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];
}
