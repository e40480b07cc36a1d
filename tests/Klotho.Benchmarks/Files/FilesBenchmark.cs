using System.Globalization;
using Klotho.Benchmarks.Compile;

namespace Klotho.Benchmarks.Files;

/// <summary>How time and memory of reading an application grow with its files, against the compiler on the same files.</summary>
internal sealed class FilesBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private static readonly int[] Sizes = [100, 1_000, 5_000, 20_000];
    private static readonly string[] Names = ["csc, cold", "first", "edited", "again", "edited, all"];

    public string Name => "files";

    public async Task<string> RunAsync()
    {
        var tool = await NativeTool.PublishAsync();
        var measured = new List<(int Files, ProcessCost[] Costs)>();
        foreach (var files in Sizes)
        {
            measured.Add((files, await MeasureAsync(tool, files)));
            Console.WriteLine(Row(files, measured[^1].Costs));
        }

        var drawing = Path.Combine(Repository.Root, "docs", "images", "files.svg");
        await File.WriteAllTextAsync(drawing, CurveDrawing.Of(
            [.. Names.Select((name, index) => new Curve(name, [.. measured.Select(size => ((double)size.Files, size.Costs[index].Time.TotalSeconds))]))]));
        return string.Create(CultureInfo.InvariantCulture, $"""
            Median of {Rounds} after one that does not count ({Sizes[^1]:N0} files: one run, for the compiler takes minutes), on {Environment.ProcessorCount} cores; processes take turns.
            "All" is the same application with longer chains: its routes reach every file between them. The largest memory of each process in MB, and in times of the compiler's.

            | files | csc, cold | check, first | a line edited | nothing changed | all, a line edited | edited ÷ csc | again ÷ csc | all ÷ csc | csc MB | edited MB | all MB | edited ÷ csc | all ÷ csc |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            {string.Join('\n', measured.Select(size => Row(size.Files, size.Costs)))}

            ![Seconds by number of files](images/files.svg)
            """);
    }

    private static string Row(int files, ProcessCost[] costs)
    {
        var (compiler, edited, again, all) = (costs[0], costs[2], costs[3], costs[4]);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {files:N0} | {string.Join(" | ", costs.Select(cost => $"{cost.Time.TotalSeconds:0.00} s"))} | {edited.Time / compiler.Time:0.00} | {again.Time / compiler.Time:0.00} | {all.Time / compiler.Time:0.00} | {Megabytes(compiler)} | {Megabytes(edited)} | {Megabytes(all)} | {(double)edited.Peak / compiler.Peak:0.00} | {(double)all.Peak / compiler.Peak:0.00} |");
    }

    private static string Megabytes(ProcessCost cost) => (cost.Peak / 1_000_000).ToString("N0", CultureInfo.InvariantCulture);

    private static async Task<ProcessCost[]> MeasureAsync(string tool, int files)
    {
        var scratch = Directory.CreateTempSubdirectory("klotho-files-");
        try
        {
            var tenth = await ReadApplication.WriteAsync(scratch.FullName, "Many", tool, files, Reached.Tenth);
            var all = await ReadApplication.WriteAsync(scratch.FullName, "All", tool, files, Reached.All);
            var csc = await CscCommand.ForAsync(tenth.Project, scratch.FullName);
            var costs = Names.Select(_ => new List<ProcessCost>()).ToArray();

            // What MSBuild says of it is kept from here on.
            await all.CheckAsync();

            // The first round warms the file caches, and does not count.
            var (first, rounds) = files == Sizes[^1] ? (1, 1) : (0, Rounds);
            for (var round = first; round <= rounds; round++)
            {
                tenth.Forget();
                ProcessCost[] turn =
                [
                    await csc.MeasureColdAsync(),
                    await tenth.CheckAsync(),
                    await tenth.EditedAsync(round),
                    await tenth.CheckAsync(),
                    await all.EditedAsync(round),
                ];
                for (var index = 0; round > 0 && index < turn.Length; index++)
                {
                    costs[index].Add(turn[index]);
                }
            }

            return [.. costs.Select(each => new ProcessCost(each.Select(cost => cost.Time).Order().ElementAt(rounds / 2), each.Select(cost => cost.Peak).Order().ElementAt(rounds / 2)))];
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
