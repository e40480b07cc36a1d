using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Klotho.Benchmarks.Compile;
using Klotho.Benchmarks.Files;
using Klotho.EndToEnd.Tests.Cli;

namespace Klotho.Benchmarks.Editing;

/// <summary>How long <c>klotho serve</c> takes from an edit of one file to its answer, by the number of files.</summary>
internal sealed class ServeBenchmark : IBenchmark
{
    private const int Rounds = 10;
    private const int WarmUp = 5;
    private static readonly int[] Sizes = [100, 1_000, 5_000];

    public string Name => "serve";

    public async Task<string> RunAsync()
    {
        var tool = await NativeTool.PublishAsync();
        var rows = new List<string>();
        foreach (var files in Sizes)
        {
            rows.Add(await RowAsync(tool, files));
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            Median and longest of {Rounds} edits of one file, after {WarmUp} that do not count, on {Environment.ProcessorCount} cores: from the notification of the unsaved text to the answers
            of `graph` and `diagnostics`. A body: a line within a method. A declaration: a method more, so that every file is bound again.

            | files | first answer | a body: median | longest | a declaration: median | longest | memory |
            |---:|---:|---:|---:|---:|---:|---:|
            {string.Join('\n', rows)}
            """);
    }

    private static async Task<string> RowAsync(string tool, int files)
    {
        var scratch = Directory.CreateTempSubdirectory("klotho-serve-");
        try
        {
            var project = await SyntheticProject.WriteAsync(scratch.FullName, "Many", folder => ManyFilesApp.WriteAsync(folder, files, Reached.Tenth));
            using var process = StayingTool.Start(tool, project, Path.Combine(scratch.FullName, "cache"), "serve", project);
            try
            {
                var (client, clock) = (new ServeClient(process), Stopwatch.StartNew());
                await AskAsync(client);
                var first = clock.Elapsed;
                var path = Path.Combine(project, "Service00003.cs");
                var text = await File.ReadAllTextAsync(path);
                var bodies = await EditAsync(client, path, round => text.Replace("\"none\"", $"\"none {round}\"", StringComparison.Ordinal));
                var declarations = await EditAsync(client, path, round => $"{text}\npublic static class Added{round};\n");
                process.Refresh();
                return string.Create(CultureInfo.InvariantCulture,
                    $"| {files:N0} | {first.TotalSeconds:0.00} s | {Median(bodies):0} ms | {bodies.Max():0} ms | {Median(declarations):0} ms | {declarations.Max():0} ms | {process.WorkingSet64 / 1_000_000:N0} MB |");
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<List<double>> EditAsync(ServeClient client, string path, Func<int, string> textOf)
    {
        var times = new List<double>();
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await client.NotifyAsync("files/changed", new() { ["files"] = new JsonArray(new JsonObject { ["path"] = path, ["text"] = textOf(round) }) });
            await AskAsync(client);
            if (round >= WarmUp)
            {
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        return times;
    }

    /// <summary>An answer with a mistake in it would be one of another question.</summary>
    private static async Task AskAsync(ServeClient client)
    {
        var (graph, diagnostics) = (await client.CallAsync("graph"), await client.CallAsync("diagnostics"));
        if (graph["result"]?["graph"] is null || diagnostics["result"]?["diagnostics"]?.AsArray().Count != 0)
        {
            throw new InvalidOperationException(diagnostics.ToJsonString());
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
