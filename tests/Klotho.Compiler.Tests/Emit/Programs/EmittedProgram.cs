using System.Collections.Concurrent;
using System.Globalization;
using Klotho.Analysis;
using Klotho.Analysis.Collections;
using Klotho.Benchmarks.Scale;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>
/// One application as both printers print it: a golden case, or the application of the planner's swap matrix under one of
/// its variants (<c>Swap/strict-latency</c>).
/// </summary>
internal sealed record EmittedProgram(string Name, string Project, ResourceGraph Resources, EquatableArray<OutputFile> CSharp, EquatableArray<OutputFile> TypeScript)
{
    private const string Swap = "Swap/";
    private const string SwapApp = "SwapApp";

    /// <summary>Enough to be printed in parts; docs/emission.md says how to ask for more.</summary>
    private static readonly int Functions = int.Parse(Environment.GetEnvironmentVariable("KLOTHO_FUNCTIONS") ?? "110", CultureInfo.InvariantCulture);

    private static readonly string Large = $"{Functions} functions";

    private const string Wordy = "names like words";

    private static readonly ConcurrentDictionary<string, Lazy<EmittedProgram?>> Emitted = new();
    private static readonly Lazy<AnalysisResult> SwapAnalysis = new(() => App.Analyze(App.Compile(Golden.Sources(SwapApp, ""))));

    public static IEnumerable<string> Cases => Golden.CasesOf(EmitCase.Stage).Cast<object[]>().Select(row => $"{row[0]}").Append(Large).Append(Wordy);

    public static IEnumerable<string> Variants => Golden.CasesOf("Swap").Cast<object[]>().Select(row => $"{Swap}{row[0]}");

    /// <summary>The name as part of a path.</summary>
    public string Folder => Name.Replace('/', '-').Replace(' ', '-');

    /// <summary>The program, or null where a variant plans what cannot be emitted yet.</summary>
    public static EmittedProgram? Find(string name) => Emitted.GetOrAdd(name, key => new(() => Emit(key))).Value;

    private static EmittedProgram? Emit(string name)
    {
        var (analysis, yaml) = name.StartsWith(Swap, StringComparison.Ordinal)
            ? (SwapAnalysis.Value, Golden.Read("Swap", name[Swap.Length..], "klotho.yaml"))
            : name == Large ? (App.Analyze(FunctionApp.Source(Functions)), "")
            : name == Wordy ? (App.Analyze(WordyApp.Source), "")
            : (App.Analyze(App.Compile(Golden.Sources(EmitCase.Stage, name))), EmitCase.Configuration(name));
        var results = ProgramLanguages.All.Items.Select(printer => EmitCase.Run(analysis, yaml, printer)).ToList();
        return results[0].Resources is not { } resources ? null
            : new(name, analysis.Graph.App.Value, resources, Infra(results[0]), Infra(results[1]));
    }

    private static EquatableArray<OutputFile> Infra(EmitResult result) =>
        (result.Output?.Files.Items ?? []).Where(file => file.Path.Value.StartsWith("infra/", StringComparison.Ordinal)).ToEquatableArray();
}
