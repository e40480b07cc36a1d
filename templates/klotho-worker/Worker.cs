using Klotho;

namespace KlothoWorker;

/// <summary>Does the jobs. A job may come twice, so doing it twice must do no harm.</summary>
[ExecUnit("worker")]
public sealed class Worker([Persist("results")] IKeyValueStore<string> results)
{
    [PubSub("job")]
    public async Task Handle(Job job, CancellationToken cancel) => await results.PutAsync(job.Id, $"{job.Id} is done", cancel: cancel);
}
