using System.Text.Json;
using Klotho.Cli.Diff;
using Klotho.Cli.Explain;
using Klotho.Cli.Graphs;
using Klotho.Cli.Plans;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Serve;

/// <summary>What a client can ask for. The results have the members that the commands of the same names print as JSON.</summary>
internal static class ServedMethods
{
    public const string Initialize = "initialize";
    public const string Exit = "exit";

    private static readonly IReadOnlyList<(string Name, Func<RpcRequest, ServedApplication, CancellationToken, Task<RpcAnswer>> AnswerAsync)> All =
    [
        (Initialize, (_, _, _) => Task.FromResult(RpcAnswer.Of(WriteMethods))),
        ("graph", GraphAsync),
        ("plan", PlanAsync),
        ("explain", ExplainAsync),
        ("diff", DiffAsync),
        ("diagnostics", async (_, application, cancel) => RpcAnswer.Of(await DiagnosticsAsync(application, cancel))),
        ("files/changed", (request, application, _) => Task.FromResult(FilesChanged(request, application))),
        ("shutdown", (_, _, _) => Task.FromResult(Nothing)),
    ];

    private static RpcAnswer Nothing => new(null, null);

    public static async Task<RpcAnswer> AnswerAsync(RpcRequest request, ServedApplication application, CancellationToken cancel) =>
        All.FirstOrDefault(method => method.Name == request.Method) is { AnswerAsync: { } answer }
            ? await answer(request, application, cancel)
            : RpcAnswer.Failed(RpcError.UnknownMethod, $"There is no method '{request.Method}'. There are {string.Join(", ", All.Select(method => method.Name))} and {Exit}.");

    /// <summary>What <c>klotho check</c> says.</summary>
    public static async Task<Action<Utf8JsonWriter>> DiagnosticsAsync(ServedApplication application, CancellationToken cancel)
    {
        var app = await application.PlanAsync(cancel);
        return json => DiagnosticsJson.Write(json, app.AllDiagnostics, Terminal.Paths(app.Root));
    }

    private static async Task<RpcAnswer> GraphAsync(RpcRequest request, ServedApplication application, CancellationToken cancel)
    {
        var app = await application.AnalyzeAsync(cancel);
        return RpcAnswer.Of(json => GraphAction.Write(json, app));
    }

    private static async Task<RpcAnswer> PlanAsync(RpcRequest request, ServedApplication application, CancellationToken cancel)
    {
        var app = await application.PlanAsync(cancel);
        return RpcAnswer.Of(json => PlanAction.Write(json, app));
    }

    private static async Task<RpcAnswer> ExplainAsync(RpcRequest request, ServedApplication application, CancellationToken cancel)
    {
        if (request.Text("name") is not { } name)
        {
            return RpcAnswer.Failed(RpcError.InvalidParameters, "explain takes {\"name\": …}: a node, an edge, a permission, a resource, or plan.");
        }

        var app = await application.PlanAsync(cancel);
        var (document, mistake) = ExplainAction.Explain(name, app);
        return mistake is null ? RpcAnswer.Of(json => ExplainAction.Write(json, document, app)) : RpcAnswer.Failed(RpcError.InvalidParameters, mistake);
    }

    private static async Task<RpcAnswer> DiffAsync(RpcRequest request, ServedApplication application, CancellationToken cancel)
    {
        var app = await application.PlanAsync(cancel);
        var (differences, diagnostics) = await DiffAction.CompareAsync(app, request.Text("base"), cancel);
        return RpcAnswer.Of(json => DiffAction.Write(json, app, diagnostics, differences));
    }

    private static RpcAnswer FilesChanged(RpcRequest request, ServedApplication application)
    {
        if (request.Parameters is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Array ||
            !files.EnumerateArray().All(file => file.ValueKind == JsonValueKind.Object && file.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String))
        {
            return RpcAnswer.Failed(RpcError.InvalidParameters, "files/changed takes {\"files\": [{\"path\": …, \"text\": …}]}; without a text, what is on the disk counts.");
        }

        foreach (var file in files.EnumerateArray())
        {
            var text = file.TryGetProperty("text", out var unsaved) && unsaved.ValueKind == JsonValueKind.String ? unsaved.GetString() : null;
            application.Open(Path.GetFullPath(file.GetProperty("path").GetString() ?? ""), text);
        }

        return Nothing;
    }

    private static void WriteMethods(Utf8JsonWriter json)
    {
        json.WriteString("name", "klotho");
        json.WriteString("version", typeof(ServedMethods).Assembly.GetName().Version?.ToString(3));
        json.WriteStartArray("methods");
        foreach (var (name, _) in All)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteStartArray("notifications");
        json.WriteStringValue("diagnostics/changed");
        json.WriteEndArray();
    }
}
