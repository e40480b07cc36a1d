using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Klotho.Benchmarks.Compile;
using Klotho.Benchmarks.Scale;

namespace Klotho.Benchmarks.Editing;

/// <summary>How long <c>klotho run</c> takes from an edit on the disk to the first answer of the new code.</summary>
internal sealed partial class RunBenchmark : IBenchmark
{
    private const int Rounds = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(5);
    private static readonly int[] Sizes = [3, 90];

    public string Name => "run";

    public async Task<string> RunAsync()
    {
        var tool = await NativeTool.PublishAsync();
        var rows = new List<string>();
        foreach (var functions in Sizes)
        {
            rows.Add(await RowAsync(tool, functions));
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            Median and longest of {Rounds} edits after one that does not count, on {Environment.ProcessorCount} cores: from the moment that the file is written to the first answer of the new code.

            | functions | a method's body: median | longest | a route more: median | longest | a unit's method more: median | longest |
            |---:|---:|---:|---:|---:|---:|---:|
            {string.Join('\n', rows)}
            """);
    }

    private static async Task<string> RowAsync(string tool, int functions)
    {
        var scratch = Directory.CreateTempSubdirectory("klotho-run-");
        try
        {
            var project = await SyntheticProject.WriteAsync(scratch.FullName, "Edited", folder => WriteAsync(folder, functions));
            using var process = StayingTool.Start(tool, project, Path.Combine(scratch.FullName, "cache"), "run", project);
            try
            {
                using var client = new HttpClient { BaseAddress = await AddressAsync(process) };
                var bodies = await EditAsync(client, project, round => ("/edited", Text($"body {round}"), Answers(Text($"body {round}"), "", "")));
                var routes = await EditAsync(client, project, round => (Text($"/added/{round}"), "added", Answers("body", Text($"app.MapGet(\"/added/{round}\", () => \"added\");"), "")));
                var members = await EditAsync(client, project, round => ("/edited", Text($"member {round}"), Answers(Text($"member {round}"), "", Text($"public int Added{round}() => {round};"))));
                return string.Create(CultureInfo.InvariantCulture, $"| {functions} | {Cells(bodies)} | {Cells(routes)} | {Cells(members)} |");
            }
            finally
            {
                await EndAsync(process);
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(string folder, int functions)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), FunctionApp.Source(functions).Replace("app.Run();", "app.MapEdited();\napp.Run();", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "Edited.cs"), Answers("body", "", ""));
    }

    private static string Answers(string answer, string route, string member) => $$"""
        public static class Edited
        {
            public static void MapEdited(this WebApplication app)
            {
                app.MapGet("/edited", () => Answer());
                {{route}}
            }

            private static string Answer() => "{{answer}}";
        }

        [ExecUnit("edited")]
        public sealed class EditedUnit([Persist("ticks")] IKeyValueStore<string> store)
        {
            {{member}}

            [Schedule("nightly", "0 4 * * *")]
            public async Task Tick(CancellationToken cancel) => await store.PutAsync("last", "tick", cancel: cancel);
        }

        """;

    private static async Task<List<double>> EditAsync(HttpClient client, string project, Func<int, (string Path, string Answer, string Text)> edit)
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var (path, answer, text) = edit(round);
            var clock = Stopwatch.StartNew();
            await File.WriteAllTextAsync(Path.Combine(project, "Edited.cs"), text);
            while (await AnswerAsync(client, path) != answer)
            {
                if (clock.Elapsed > Patience)
                {
                    throw new InvalidOperationException($"{path} does not answer '{answer}'.");
                }

                await Task.Delay(BetweenCalls);
            }

            if (round > 0)
            {
                times.Add(clock.Elapsed.TotalSeconds);
            }
        }

        return times;
    }

    /// <summary>Null while nobody listens, or where there is no such route.</summary>
    private static async Task<string?> AnswerAsync(HttpClient client, string path)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } found)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new(found.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("klotho run ended before the application ran.");
    }

    /// <summary>As Ctrl-C does: klotho ends what it started.</summary>
    private static async Task EndAsync(Process process)
    {
        await TimedProcess.OutputAsync(Path.GetTempPath(), "kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
        await process.WaitForExitAsync();
    }

    private static string Cells(List<double> times) => Text($"{times.Order().ElementAt(times.Count / 2):0.00} s | {times.Max():0.00} s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\S+ runs at (http://\S+)")]
    private static partial Regex Address();
}
