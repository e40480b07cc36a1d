using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Processes;

namespace Klotho.Cli.Loading;

/// <summary>Says in our words what MSBuild or NuGet failed with.</summary>
internal static class MsBuildFailure
{
    // The exit code of 'dotnet' when the SDK that global.json names is not installed.
    private const int SdkNotFound = 155;

    /// <summary>No assets file, one without the project's framework, or one whose packages are gone from the disk.</summary>
    private static readonly string[] Unrestored = ["NETSDK1004", "NETSDK1005", "NETSDK1047", "NETSDK1064"];

    private static readonly Dictionary<string, DiagnosticRule> Known = new(StringComparer.Ordinal)
    {
        ["MSB4025"] = LoadRules.ProjectUnreadable,
        ["MSB4024"] = LoadRules.ProjectUnreadable,
        ["MSB4236"] = LoadRules.UnknownProjectSdk,
        ["MSB4237"] = LoadRules.UnknownProjectSdk,
        ["MSB9008"] = LoadRules.ReferenceMissing,
    };

    public static bool NeedsRestore(ProcessOutcome outcome) =>
        outcome.ExitCode != 0 && Messages(outcome).Any(message => message.IsError && Unrestored.Contains(message.Code));

    /// <summary>What a failed load says; also a warning that stands for a project that is not there.</summary>
    public static IReadOnlyList<KlothoDiagnostic> OfLoad(ProcessOutcome outcome, string file)
    {
        if (outcome.ExitCode != 0)
        {
            return Explain(outcome, file);
        }

        return Messages(outcome).Where(message => message.Code == "MSB9008")
            .Select(message => LoadRules.ReferenceMissing.At(Location(message, file), message.Text)).ToList();
    }

    private static IReadOnlyList<KlothoDiagnostic> Explain(ProcessOutcome outcome, string file)
    {
        if (outcome.ExitCode is SdkNotFound or CommandProcess.NotFound)
        {
            var reason = outcome.Lines.Select(line => line.Trim()).FirstOrDefault(line => line.Contains("SDK", StringComparison.Ordinal))
                ?? outcome.Lines.FirstOrDefault() ?? "";
            return [LoadRules.SdkMissing.At(FileLocation.Of(GlobalJson(file) ?? file), Sentence(reason))];
        }

        var errors = Messages(outcome).Where(message => message.IsError).Distinct().ToList();
        if (errors.Count == 0)
        {
            return [LoadRules.BuildFailed.At(FileLocation.Of(file), $"exit code {outcome.ExitCode}", string.Join(" ", outcome.Lines.TakeLast(3)))];
        }

        return errors.Select(error => Known.TryGetValue(error.Code, out var rule)
            ? rule.At(Location(error, file), Sentence(error.Text))
            : Rule(error).At(Location(error, file), error.Code, error.Text)).ToList();
    }

    private static DiagnosticRule Rule(MsBuildMessage error) =>
        error.Code.StartsWith("NU", StringComparison.Ordinal) ? LoadRules.RestoreFailed : LoadRules.BuildFailed;

    private static IEnumerable<MsBuildMessage> Messages(ProcessOutcome outcome) => outcome.Lines.Select(MsBuildMessage.Parse).OfType<MsBuildMessage>();

    private static Klotho.Analysis.Graph.SourceLocation Location(MsBuildMessage message, string file) =>
        message.IsInToolchain ? FileLocation.Of(File.Exists(message.Project) ? Path.GetFullPath(message.Project) : file)
        : File.Exists(message.File) ? FileLocation.At(Path.GetFullPath(message.File), message.Line, message.Column) : FileLocation.Of(file);

    private static string Sentence(string text) => text.TrimEnd().EndsWith('.') ? text.TrimEnd() : text.TrimEnd() + ".";

    private static string? GlobalJson(string file) =>
        FoldersAbove.And(Path.GetDirectoryName(file)).Select(folder => Path.Combine(folder, "global.json")).FirstOrDefault(File.Exists);
}
