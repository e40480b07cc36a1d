using System.Diagnostics;
using System.Net;
using Klotho.Runtime.Tests.Aws.Lambda;

namespace Klotho.Benchmarks.Functions;

/// <summary>How long each answer of a warm process takes, in microseconds.</summary>
internal static class WarmAnswers
{
    private const int PerRound = 100;

    /// <param name="bare">Without Klotho.</param>
    /// <param name="constant">Answers the same to all.</param>
    /// <param name="ours">With Klotho.</param>
    /// <param name="requests">How many of each are measured.</param>
    /// <param name="after">Behind how many others each time, fewest first: the runtime compiles anew what is called often, and is not done with that soon.</param>
    public static async Task<IReadOnlyList<(List<double> Bare, List<double> Constant, List<double> Ours)>> MeasureAsync(ColdApp bare, ColdApp constant, ColdApp ours, int requests, int[] after)
    {
        var (process, address) = ColdProcess.OnKestrel(bare);
        await using var kestrel = process;
        await using var idle = await LambdaSimulator.StartAsync();
        await using var loop = ColdProcess.OnLambda(constant, idle);
        await using var lambda = await LambdaSimulator.StartAsync();
        await using var function = ColdProcess.OnLambda(ours, lambda);
        using var http = new HttpClient { BaseAddress = new Uri($"http://{address}") };
        var invoked = LambdaEvents.Request("GET", "/hello/world");
        await UntilItListensAsync(http);
        var (measured, done) = (new List<(List<double> Bare, List<double> Constant, List<double> Ours)>(), 0);
        foreach (var before in after)
        {
            await RoundsAsync(before - done);
            measured.Add(await RoundsAsync(requests));
            done = before + requests;
        }

        return measured;

        async Task<(List<double> Bare, List<double> Constant, List<double> Ours)> RoundsAsync(int times)
        {
            var (asked, same, answered) = (new List<double>(), new List<double>(), new List<double>());
            while (asked.Count < times)
            {
                await TimeAsync(AskAsync, PerRound, asked);
                await TimeAsync(() => InvokeAsync(idle), PerRound, same);
                await TimeAsync(() => InvokeAsync(lambda), PerRound, answered);
            }

            return (asked, same, answered);
        }

        Task AskAsync() => http.GetStringAsync("/hello/world");

        async Task InvokeAsync(LambdaSimulator simulator)
        {
            if ((await simulator.InvokeAsync(invoked)).Status != (int)HttpStatusCode.OK)
            {
                throw new InvalidOperationException("The function failed.");
            }
        }
    }

    private static async Task UntilItListensAsync(HttpClient http)
    {
        while (true)
        {
            try
            {
                _ = await http.GetStringAsync("/hello/world");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }
    }

    private static async Task TimeAsync(Func<Task> run, int times, List<double> into)
    {
        for (var time = 0; time < times; time++)
        {
            var start = Stopwatch.GetTimestamp();
            await run();
            into.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
    }
}
