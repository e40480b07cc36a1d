using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary><c>klotho serve</c> answers by the files as they are, saved or not, and says by itself when diagnostics change.</summary>
public sealed class ServeTests : IDisposable
{
    private static readonly JsonSerializerOptions Shown = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Workspace workspace = new Workspace().WithNotes();

    [Theory]
    [MemberData(nameof(BuiltTool.Kinds), MemberType = typeof(BuiltTool))]
    public async Task An_editor_asks_edits_and_hears_of_mistakes_and_the_page_shows_the_session(string kind)
    {
        BuiltTool.Use(kind);
        using var tool = Start();
        var client = new ServeClient(tool);
        var page = new StringBuilder("```\n");
        await RecordAsync(page, client, "initialize");
        Assert.Empty(Notified(await client.NotificationAsync()));
        await RecordAsync(page, client, "diagnostics");
        var graph = await client.CallAsync("graph");
        Assert.Equal(Printed(workspace.Root, "graph", "Notes", "--format", "json"), Text(graph["result"]));

        // Not saved: the disk knows nothing of it.
        var mistaken = Workspace.NotesProgram.Replace("[Persist(\"notes\")]", "[Persist(\"No Tes\")]", StringComparison.Ordinal);
        await RecordAsync(page, client, "files/changed", Files("Notes/Program.cs", mistaken), "{\"files\":[{\"path\":\"Notes/Program.cs\",\"text\":\"…\"}]}");
        var changed = await client.NotificationAsync();
        page.Append($"← {changed.ToJsonString(Shown)}\n");
        Assert.Equal("KL1001", Notified(changed)[0]?["code"]?.GetValue<string>());
        await client.NotifyAsync("files/changed", Files("Notes/Program.cs", null));
        Assert.Empty(Notified(await client.NotificationAsync()));

        await RecordAsync(page, client, "nonsense");
        await RecordAsync(page, client, "explain", new() { ["name"] = "readr" });
        await RecordAsync(page, client, "shutdown");
        MarkedDocument.Check(Path.Combine(BuiltTool.Repository, "docs", "cli.md"), ("serve", page.Append("```\n").ToString()));
        await EndAsync(client, tool);
    }

    [Fact]
    public async Task Whatever_is_saved_is_answered_by_and_a_mistake_in_the_code_is_one_in_the_answer()
    {
        using var tool = Start();
        var client = new ServeClient(tool);
        await client.CallAsync("initialize");
        Assert.DoesNotContain("/more", (await client.CallAsync("graph")).ToJsonString(), StringComparison.Ordinal);

        workspace.With("Notes/Program.cs", Workspace.NotesProgram.Replace("app.Run();", "app.MapGet(\"/more\", () => More.Text);\napp.Run();", StringComparison.Ordinal));
        Assert.Contains("CS0103", (await client.CallAsync("graph")).ToJsonString(), StringComparison.Ordinal);
        workspace.With("Notes/More.cs", "public static class More { public static string Text => \"more\"; }\n");
        var graph = await client.CallAsync("graph");
        Assert.Equal(Printed(workspace.Root, "graph", "Notes", "--format", "json"), Text(graph["result"]));
        Assert.Contains("/more", graph.ToJsonString(), StringComparison.Ordinal);

        workspace.With("Notes/klotho.yaml", "app: renamed\n");
        Assert.Equal("renamed", (await client.CallAsync("graph"))["result"]?["graph"]?["app"]?.GetValue<string>());
        Assert.Equal(Printed(workspace.Root, "plan", "Notes", "--format", "json"), Text((await client.CallAsync("plan"))["result"]));
        Assert.Equal(Printed(workspace.Root, "diff", "Notes", "--format", "json"), Text((await client.CallAsync("diff"))["result"]));
        await EndAsync(client, tool);
    }

    [Fact]
    public async Task Input_without_a_length_ends_the_server_and_says_why()
    {
        using var tool = Start();
        await tool.StandardInput.WriteAsync("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}\n\n");
        await tool.StandardInput.FlushAsync();

        Assert.Contains("has no Content-Length", await tool.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.True(tool.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.Equal(1, tool.ExitCode);
    }

    public void Dispose() => workspace.Dispose();

    private Process Start() => BuiltTool.Start(workspace.Root, [], "serve", "Notes");

    private static async Task EndAsync(ServeClient client, Process tool)
    {
        await client.NotifyAsync("exit");
        Assert.True(tool.WaitForExit(TimeSpan.FromSeconds(20)), "klotho serve does not end");
        Assert.Equal(0, tool.ExitCode);
    }

    private static JsonObject Files(string path, string? text) => new() { ["files"] = new JsonArray(new JsonObject { ["path"] = path, ["text"] = text }) };

    private static JsonArray Notified(JsonNode notification)
    {
        Assert.Equal("diagnostics/changed", notification["method"]?.GetValue<string>());
        return notification["params"]?["diagnostics"]?.AsArray() ?? [];
    }

    private static string Printed(string directory, params string[] arguments) => Text(JsonNode.Parse(BuiltTool.Run(directory, arguments).Output));

    private static string Text(JsonNode? json) => json?.ToJsonString(Shown) ?? "";

    private static async Task RecordAsync(StringBuilder page, ServeClient client, string method, JsonObject? parameters = null, string? shown = null)
    {
        page.Append($"→ {method}{(parameters is null ? "" : " " + (shown ?? parameters.ToJsonString(Shown)))}\n");
        page.Append($"← {(await client.CallAsync(method, parameters)).ToJsonString(Shown)}\n");
    }
}
