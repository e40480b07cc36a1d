using System.Globalization;
using System.Text;

namespace Klotho.Benchmarks.Compile;

/// <summary>
/// The whole of <c>klotho compile</c>, a new process each time, against the C# compiler on the same sources. The
/// subjects take turns, so that whatever else the machine does hits all of them.
/// </summary>
internal sealed class CompileBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private static readonly string[] Samples = ["HelloStore", "SearchTheDeck"];

    public string Name => "compile";

    public async Task<string> RunAsync()
    {
        var report = new StringBuilder();
        var tool = await NativeTool.PublishAsync();
        foreach (var sample in Samples)
        {
            var scratch = Directory.CreateTempSubdirectory("klotho-benchmark-");
            var subjects = await SubjectsAsync(tool, Path.Combine(Repository.Root, "samples", sample), scratch.FullName);
            Append(report, sample, await MeasureAsync(subjects));
            scratch.Delete(recursive: true);
        }

        return report.ToString();
    }

    private static async Task<IReadOnlyList<Subject>> SubjectsAsync(string tool, string sample, string scratch)
    {
        await TimedProcess.OutputAsync(sample, "dotnet", "build", "-v", "q");
        var csc = await CscCommand.ForAsync(sample, scratch);
        var cache = new DirectoryInfo(Path.Combine(scratch, "cache"));
        string[] compile = [tool, "compile", sample, "--out", Path.Combine(scratch, "compiled"), "--no-build-static", "--quiet"];
        return
        [
            new("csc, cold process", csc.RunColdAsync),
            new("csc, asking its warm server", csc.RunWarmAsync),
            new("klotho compile, the first ever: nothing restored, nothing kept", () => FirstAsync(sample, cache, compile)),
            new("klotho compile, a line edited", () => EditedAsync(sample, cache, compile)),
            new("klotho compile, nothing changed", () => TimedProcess.RunAsync(sample, cache, compile)),
        ];
    }

    private static Task<TimeSpan> FirstAsync(string sample, DirectoryInfo cache, string[] compile)
    {
        // Restoring and compiling make the intermediate files anew, also those that csc is given.
        Delete(cache.FullName);
        Delete(Path.Combine(sample, "obj"));
        return TimedProcess.RunAsync(sample, cache, compile);
    }

    private static async Task<TimeSpan> EditedAsync(string sample, DirectoryInfo cache, string[] compile)
    {
        var file = Path.Combine(sample, "Program.cs");
        var text = await File.ReadAllTextAsync(file);
        try
        {
            await File.WriteAllTextAsync(file, $"{text}// {Guid.NewGuid()}\n");
            return await TimedProcess.RunAsync(sample, cache, compile);
        }
        finally
        {
            await File.WriteAllTextAsync(file, text);
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<(string Name, TimeSpan Median)>> MeasureAsync(IReadOnlyList<Subject> subjects)
    {
        var times = subjects.ToDictionary(subject => subject.Name, _ => new List<TimeSpan>());

        // Round 0 warms the file caches, and does not count.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var subject in subjects)
            {
                var time = await subject.RunAsync();
                if (round > 0)
                {
                    times[subject.Name].Add(time);
                }
            }
        }

        return subjects.Select(subject => (subject.Name, times[subject.Name].Order().ElementAt(Rounds / 2))).ToList();
    }

    private static void Append(StringBuilder report, string sample, IReadOnlyList<(string Name, TimeSpan Median)> results)
    {
        var baseline = results[0].Median;
        report.Append(CultureInfo.InvariantCulture, $"\n| {sample} | median of {Rounds} | × cold csc |\n|---|---|---|\n");
        foreach (var (name, median) in results)
        {
            report.Append(CultureInfo.InvariantCulture, $"| {name} | {median.TotalSeconds:0.00} s | {median / baseline:0.00} |\n");
        }
    }
}
