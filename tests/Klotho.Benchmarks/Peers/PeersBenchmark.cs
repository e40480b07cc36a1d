using System.Globalization;
using Klotho.Benchmarks.Compile;

namespace Klotho.Benchmarks.Peers;

/// <summary>The same small application made into infrastructure by each tool, in turn: a first time, and after an edit.</summary>
/// <param name="peers">The folder into which scripts/compare-peers.sh installed the others.</param>
internal sealed class PeersBenchmark(string peers) : IBenchmark
{
    private const int Rounds = 3;
    private static readonly int[] Sizes = [3, 30, 90];

    /// <summary>Where the others are; null where nobody installed them.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("KLOTHO_PEERS");

    public string Name => "peers";

    public async Task<string> RunAsync()
    {
        var scratch = Directory.CreateTempSubdirectory("klotho-peers-").FullName;
        var klotho = await RowAsync(new KlothoCompile(await NativeTool.PublishAsync()), scratch);
        var rows = new List<string> { Row(klotho, null) };
        var missing = new List<string>();
        foreach (var (name, peer) in Others())
        {
            try
            {
                rows.Add(Row(peer is null ? throw new InvalidOperationException($"{name} is not in {peers}.") : await RowAsync(peer, scratch), klotho));
            }
            catch (InvalidOperationException failure)
            {
                Console.Error.WriteLine(failure.Message);
                missing.Add(name);
            }
        }

        Directory.Delete(scratch, recursive: true);
        return $"""
            Median of {Rounds}, on {Environment.ProcessorCount} cores; × is the ratio to ours. First: packages are installed and restored, and nothing else is there. Edited: a line of
            comment is new since the run before. No compiler or build server is left running between runs.

            | | {string.Join(" | ", Sizes.Select(size => $"{size} functions, first | edited"))} |
            |---|{string.Concat(Sizes.Select(_ => "---:|---:|"))}
            {string.Join('\n', rows)}
            {(missing.Count == 0 ? "" : $"\nNot to be had where this was measured: {string.Join(", ", missing)}.\n")}
            """;
    }

    private IEnumerable<(string Name, IPeer? Peer)> Others()
    {
        var (cdk, wing) = (Path.Combine(peers, "aws-cdk"), Path.Combine(peers, "wing"));
        var hasCdk = NpmPackage.IsInstalled(cdk, "aws-cdk-lib");
        yield return ("AWS CDK for TypeScript", hasCdk ? new AwsCdkTypeScript(cdk) : null);
        yield return ("AWS CDK for C#", hasCdk ? new AwsCdkCSharp(cdk) : null);
        yield return ("Wing", NpmPackage.IsInstalled(wing, "winglang") ? new Wing(wing) : null);
    }

    private static async Task<(string Name, List<double> Seconds)> RowAsync(IPeer peer, string scratch)
    {
        var seconds = new List<double>();
        foreach (var size in Sizes)
        {
            var application = await peer.WriteAsync(scratch, size);
            var cache = new DirectoryInfo($"{application}.cache");
            var (first, edited) = (new List<double>(), new List<double>());

            // Round 0 warms the file caches, and does not count.
            for (var round = 0; round <= Rounds; round++)
            {
                Forget([cache.FullName, .. peer.Made.Select(made => Path.Combine(application, made))]);
                var begun = await TimedProcess.RunAsync(application, cache, [.. peer.Command(application)]);
                await File.AppendAllTextAsync(Path.Combine(application, peer.Source), $"// {round}\n");
                var again = await TimedProcess.RunAsync(application, cache, [.. peer.Command(application)]);
                if (round > 0)
                {
                    first.Add(begun.TotalSeconds);
                    edited.Add(again.TotalSeconds);
                }
            }

            seconds.AddRange([Median(first), Median(edited)]);
        }

        return (peer.Name, seconds);
    }

    private static void Forget(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            File.Delete(path);
        }
    }

    private static string Row((string Name, List<double> Seconds) row, (string Name, List<double> Seconds)? ours) =>
        $"| {row.Name} | {string.Join(" | ", row.Seconds.Select((seconds, index) => Cell(seconds, ours?.Seconds[index])))} |";

    private static string Cell(double seconds, double? ours) => ours is { } unit
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s, {seconds / unit:0.0} ×")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
