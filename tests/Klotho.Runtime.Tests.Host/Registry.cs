namespace Klotho.Runtime.Tests.Host;

/// <summary>Answers slowly enough to be killed at it, and leaves a trace of each call.</summary>
public sealed class Registry([Persist("entries")] IKeyValueStore<RegistryEntry> entries, ParcelLog log) : IRegistry
{
    public Task<string> LookUpAsync(int number, CancellationToken cancel = default) => AnswerAsync(number, () => ValueTask.FromResult(Parcel.Of(number).Digest), cancel);

    public Task<string> StampAsync(int number, CancellationToken cancel = default) => AnswerAsync(number, () => ValueTask.FromResult(Parcel.Of(number).Digest), cancel);

    public Task<string> EnterAsync(int number, CancellationToken cancel = default) => AnswerAsync(number, () => EnterAsync(CallContext.Current?.IdempotencyKey ?? "", number), cancel);

    private async ValueTask<string> EnterAsync(string key, int number)
    {
        var entry = new RegistryEntry(number, $"{Guid.NewGuid():N}");
        try
        {
            // Not to be cancelled: it is done or it is not.
            await entries.PutAsync(key, entry, WriteCondition.IfAbsent, CancellationToken.None);
            return entry.Receipt;
        }
        catch (ConcurrencyException)
        {
            return (await entries.GetAsync(key, CancellationToken.None))?.Value.Receipt ?? "";
        }
    }

    private async Task<string> AnswerAsync(int number, Func<ValueTask<string>> work, CancellationToken cancel)
    {
        var call = Guid.NewGuid().ToString("N");
        log.Write("begun", number, call);
        log.Write("work", number, call);
        var answer = await work();

        // A middle to be killed in: what is asked is done, and not answered yet.
        await Task.Delay(20, cancel);
        log.Write("done", number, call);
        return answer;
    }
}
