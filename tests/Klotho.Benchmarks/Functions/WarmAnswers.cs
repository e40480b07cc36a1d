using System.Diagnostics;
using System.Net;
using Klotho.Runtime.Tests.Aws.Lambda;

namespace Klotho.Benchmarks.Functions;

/// <summary>How long each answer of a warm process takes, in microseconds.</summary>
internal static class WarmAnswers
{
    private const int WarmUp = 2_000;
    private const int PerRound = 100;

    public static async Task<(List<double> Bare, List<double> Constant, List<double> Ours)> MeasureAsync(ColdApp bare, ColdApp constant, ColdApp ours, int requests)
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
        await TimeAsync(AskAsync, WarmUp, []);
        await TimeAsync(() => InvokeAsync(idle), WarmUp, []);
        await TimeAsync(() => InvokeAsync(lambda), WarmUp, []);
        var (asked, same, answered) = (new List<double>(), new List<double>(), new List<double>());
        while (asked.Count < requests)
        {
            await TimeAsync(AskAsync, PerRound, asked);
            await TimeAsync(() => InvokeAsync(idle), PerRound, same);
            await TimeAsync(() => InvokeAsync(lambda), PerRound, answered);
        }

        return (asked, same, answered);

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
