using System.Globalization;

namespace Klotho.Benchmarks.Functions;

/// <summary>What a unit takes as a function on AWS Lambda, against the same application without Klotho on Kestrel.</summary>
internal sealed class FunctionBenchmark : IBenchmark
{
    private const int Starts = 21;
    private const int Requests = 5_000;
    private static readonly int[] Before = [2_000, 20_000];

    public string Name => "functions";

    public async Task<string> RunAsync()
    {
        var scratch = Directory.CreateTempSubdirectory("klotho-functions-");
        try
        {
            var (bare, ours) = (await ColdApp.PublishBareAsync(scratch.FullName), await ColdApp.PublishWithKlothoAsync(scratch.FullName));
            var constant = await ColdApp.PublishConstantAsync(scratch.FullName);
            var (bareStarts, ourStarts) = (new List<ColdStart>(), new List<ColdStart>());

            // Round 0 warms the file caches, and does not count.
            for (var round = 0; round <= Starts; round++)
            {
                var (one, other) = (await ColdStart.OnKestrelAsync(bare), await ColdStart.OnLambdaAsync(ours));
                if (round > 0)
                {
                    bareStarts.Add(one);
                    ourStarts.Add(other);
                }
            }

            return Table(bareStarts, ourStarts, await WarmAnswers.MeasureAsync(bare, constant, ours, Requests, Before));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string Table(List<ColdStart> bare, List<ColdStart> ours, IReadOnlyList<(List<double> Bare, List<double> Constant, List<double> Ours)> warm)
    {
        var (start, ourStart) = (Median(bare.Select(each => each.Milliseconds)), Median(ours.Select(each => each.Milliseconds)));
        var (memory, ourMemory) = (Median(bare.Select(each => each.Megabytes)), Median(ours.Select(each => each.Megabytes)));
        return string.Create(CultureInfo.InvariantCulture, $"""
            Medians of {Starts} starts and {Requests:N0} answers of each, turn by turn, on {Environment.ProcessorCount} cores. Both are compiled ahead of time (ReadyToRun). With Klotho: a store on
            DynamoDB and a topic on SNS are bound, and the invocation comes from a simulator of Lambda's runtime API. To a warm function an invocation is two requests of its own, one for what to do
            and one with the answer, and so it is to the function of ten lines that answers the same to all. .NET compiles what is called often anew while it runs, so a process is not warm soon.

            | | ASP.NET Core on Kestrel | with Klotho, as a function | | aim |
            |---|---:|---:|---:|---|
            | from the start of the process to the first answer | {start:N0} ms | {ourStart:N0} ms | × {ourStart / start:0.00} | × 1.15 |
            | resident memory after it | {memory:N1} MB | {ourMemory:N1} MB | × {ourMemory / memory:0.00} | |
            {string.Join('\n', Before.Zip(warm, Answers))}
            """);
    }

    private static string Answers(int before, (List<double> Bare, List<double> Constant, List<double> Ours) warm)
    {
        var (answer, constant, ours) = (Median(warm.Bare), Median(warm.Constant), Median(warm.Ours));
        return string.Create(CultureInfo.InvariantCulture, $"""
            | an answer after {before:N0} others | {answer:N0} µs | {ours:N0} µs | {ours - answer:+0;-0;0} µs | 200 µs |
            | beyond the function that answers the same to all | {constant:N0} µs | {ours:N0} µs | {ours - constant:+0;-0;0} µs | |
            """);
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
