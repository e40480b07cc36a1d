namespace Klotho.Runtime.Tests.Host;

/// <summary>Runs errands, and leaves a trace of each.</summary>
public sealed class ErrandWorker([Persist("files")] IBlobStore files) : IErrandDesk
{
    public async Task HandleAsync(Errand errand, MessageContext message, CancellationToken cancel)
    {
        if (errand.Wish == "later")
        {
            throw new RetryLaterException("The shop is closed.", TimeSpan.FromMinutes(1));
        }

        if (errand.Wish == "failed")
        {
            throw new InvalidOperationException("The shop has none.");
        }

        await files.WriteAsync($"errands/{errand.Name}/{message.MessageId}/{message.Attempt}", Stream.Null, cancel: cancel);
    }

    public async Task RoundAsync(CancellationToken cancel) =>
        await files.WriteAsync($"rounds/{Guid.NewGuid():N}", Stream.Null, cancel: cancel);

    public Task<int> CountAsync(CancellationToken cancel = default) => Task.FromResult(42);
}
