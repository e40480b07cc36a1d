namespace Klotho.Runtime.Tests.Host;

/// <summary>Handles jobs slowly enough to be killed at it, and leaves a trace of each.</summary>
public sealed class Worker([Persist("files")] IBlobStore files)
{
    public async Task Handle(Job job, CancellationToken cancel)
    {
        await files.WriteAsync($"begun/{job.Number}", Stream.Null, cancel: cancel);
        await Task.Delay(job.Milliseconds, cancel);
        await files.WriteAsync($"done/{job.Number}", Stream.Null, cancel: cancel);
    }
}
