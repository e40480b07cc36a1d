using Klotho.Cli.Processes;
using Klotho.Emit.Capabilities;

namespace Klotho.Cli.Run;

/// <summary>Waits until a process answers on Klotho's health endpoint.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(15);

    /// <summary>Null when the process is ready, or why it will not be.</summary>
    public static async Task<string?> WaitAsync(ServiceProcess process, ProcessRole role, CancellationToken cancel)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var end = process.EndAsync();
        var deadline = DateTime.UtcNow + Patience;
        var last = "nothing answers";
        while (DateTime.UtcNow < deadline)
        {
            if (end.IsCompleted)
            {
                return $"{role.Name} ended with exit code {await end} before it was ready";
            }

            try
            {
                using var answer = await client.GetAsync(new Uri($"{role.Url}{HealthCheck.Path}"), cancel);
                if (answer.IsSuccessStatusCode)
                {
                    return null;
                }

                last = $"{HealthCheck.Path} answers {(int)answer.StatusCode}; does the application call app.MapKlotho()?";
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
            {
                last = $"{HealthCheck.Path} does not answer in time";
            }

            await Task.Delay(Interval, cancel);
        }

        return $"{role.Name} is not ready after {Patience.TotalSeconds:F0} s: {last}";
    }
}
