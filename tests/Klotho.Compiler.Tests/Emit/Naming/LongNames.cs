using System.Globalization;
using System.Text.RegularExpressions;
using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;

namespace Klotho.Compiler.Tests.Emit.Naming;

/// <summary>
/// The application of the planner's swap matrix, with a schedule and a call between units besides, in which every id is as long as
/// annotations allow and begins like every other, and the application's name is as long as it may be.
/// </summary>
internal static partial class LongNames
{
    /// <summary>What annotations and <c>app</c> allow.</summary>
    public const int Longest = 40;

    /// <summary>A variant of its own: with a schedule too, which not every type of unit can run.</summary>
    private const string Scheduled = "with a schedule";

    private const string Call = """
        public interface ICleaner
        {
            Task CleanAsync(CancellationToken cancel);
        }

        [ExecUnit("ocr")]
        public sealed class Cleaner : ICleaner
        {
            public Task CleanAsync(CancellationToken cancel) => Task.CompletedTask;
        }

        [ExecUnit("optimize")]
        public sealed class Tidier(ICleaner cleaner)
        {
            [PubSub("slide-read")]
            public Task Handle(SlideRead slide, CancellationToken cancel) => cleaner.CleanAsync(cancel);
        }
        """;

    private const string Schedule = """
        [ExecUnit("optimize")]
        public sealed class Nightly
        {
            [Schedule("nightly", "0 3 * * *")]
            public Task Run(CancellationToken cancel) => Task.CompletedTask;
        }
        """;

    private static readonly string[] Ids =
        ["api-key", "deck-api", "deck-web", "decks", "images", "nightly", "ocr", "optimize", "page-size", "pages", "slide-read", "slide-uploaded", "slides"];

    private static readonly Lazy<AnalysisResult> WithCalls = new(() => Analyzed(Call));
    private static readonly Lazy<AnalysisResult> WithSchedule = new(() => Analyzed(Call, Schedule));

    public static IEnumerable<string> Variants => Golden.CasesOf("Swap").Cast<object[]>().Select(row => $"{row[0]}").Append(Scheduled);

    /// <summary>What is emitted under the configuration of a variant.</summary>
    public static EmitResult Emit(string variant)
    {
        var yaml = variant == Scheduled ? "" : Golden.Read("Swap", variant, "klotho.yaml").Replace("app: search-the-deck", "", StringComparison.Ordinal);
        return EmitCase.Run(
            (variant == Scheduled ? WithSchedule : WithCalls).Value,
            $"app: {new string('a', Longest)}\n{Word().Replace(yaml, match => Long(match.Value))}",
            CapabilityCatalogue.All);
    }

    private static AnalysisResult Analyzed(params IEnumerable<string> more) => App.Analyze(App.Compile(
        Golden.Sources("SwapApp", "").Concat(more.Select((text, index) => ($"More{index}.cs", text)))
            .Select(file => (file.Item1, Quoted().Replace(file.Item2, match => $"\"{Long(match.Groups["id"].Value)}\""))), ["CS8795"]));

    /// <summary>The long id in place of a short one; what is no id of the application stays.</summary>
    private static string Long(string id) => Array.IndexOf(Ids, id) is >= 0 and var index
        ? string.Create(CultureInfo.InvariantCulture, $"an-id-may-have-as-many-letters-as-this{index:00}")
        : id;

    [GeneratedRegex("\"(?<id>[a-z-]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("[a-z-]+(?=:)")]
    private static partial Regex Word();
}
