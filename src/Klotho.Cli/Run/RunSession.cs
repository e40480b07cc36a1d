using Klotho.Cli.Loading;
using Klotho.Cli.Processes;

namespace Klotho.Cli.Run;

/// <summary>The processes of a run. Each runs from the copy of the build that it was started with.</summary>
internal sealed class RunSession(LoadedProject project, bool colour) : IAsyncDisposable
{
    private readonly List<(ProcessRole Role, Generation Generation, ServiceProcess Process)> running = [];

    /// <summary>The processes by the order of their roles.</summary>
    public IReadOnlyList<ServiceProcess> Processes => [.. running.Select(each => each.Process)];

    public IReadOnlyList<ProcessRole> Roles => [.. running.Select(each => each.Role)];

    /// <summary>
    /// Starts processes in the place of those of the same names, and ends those that are no more. Null when all are ready, or why one is
    /// not: then what ran before runs again.
    /// </summary>
    /// <param name="roles">All roles of the application.</param>
    /// <param name="touched">The names of those to start anew; the others run on.</param>
    /// <param name="generation">What to start.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<string?> StartAsync(IReadOnlyList<ProcessRole> roles, IReadOnlySet<string> touched, Generation generation, CancellationToken cancel)
    {
        var before = running.ToList();
        var kept = before.Where(each => !touched.Contains(each.Role.Name) && roles.Any(role => role.Name == each.Role.Name)).ToDictionary(each => each.Role.Name);
        try
        {
            var problem = await ReplaceAsync([.. roles.Select(role => kept.TryGetValue(role.Name, out var same) ? same : (role, generation, null))], cancel);
            if (problem is not null && before.Count > 0)
            {
                await ReplaceAsync([.. before.Select(each => (each.Role, each.Generation, kept.ContainsKey(each.Role.Name) ? each.Process : null))], cancel);
            }

            return problem;
        }
        finally
        {
            DisposeUnused(before.Select(each => each.Generation).Append(generation));
        }
    }

    /// <summary>Runs these and nothing else; those without a process are started. Null, or why one of them is not ready.</summary>
    private async Task<string?> ReplaceAsync(IReadOnlyList<(ProcessRole Role, Generation Generation, ServiceProcess? Process)> wanted, CancellationToken cancel)
    {
        await Task.WhenAll(running.Where(each => wanted.All(next => next.Process != each.Process)).Select(each => each.Process.DisposeAsync().AsTask()));
        running.Clear();
        var log = new ProcessLog([.. wanted.Select(each => each.Role.Name)], colour);
        foreach (var (role, generation, process) in wanted)
        {
            running.Add((role, generation, process ?? ServiceProcess.Start(
                role.Name, DotnetHost.Path, ["exec", generation.Assembly], project.ProjectDirectory, role.Variables, log.For(role.Name))));
        }

        var problems = await Task.WhenAll(running.Zip(wanted).Where(pair => pair.Second.Process is null).Select(pair => Readiness.WaitAsync(pair.First.Process, pair.First.Role, cancel)));
        return problems.FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Completes when a process ends, with its name and exit code.</summary>
    public async Task<(string Name, int Code)> EndAsync()
    {
        var ends = running.Select(async each => (each.Role.Name, await each.Process.EndAsync()));
        return await await Task.WhenAny(ends);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(running.Select(each => each.Process.DisposeAsync().AsTask()));
        var generations = running.Select(each => each.Generation).Distinct().ToList();
        running.Clear();
        DisposeUnused(generations);
    }

    private void DisposeUnused(IEnumerable<Generation> generations)
    {
        foreach (var generation in generations.Distinct().Where(generation => running.All(each => each.Generation != generation)))
        {
            generation.Dispose();
        }
    }
}
