namespace Klotho.Aws;

/// <summary>
/// A message received from an ordered queue. It is this process's, and the later ones of its group nobody's, until each handler has ended it: its
/// lease is renewed all that time, also between two attempts of a handler. So an attempt is not a receipt, and no copy loses the message's place.
/// </summary>
internal sealed class OrderedReceipt(SqsQueue queue, SqsMessage message, int handlers, TimeSpan lease, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private int _open = handlers;
    private int _givenBack;
    private long _delay;
    private long _until = (time.GetUtcNow() + lease).UtcTicks;
    private Exception? _failure;

    public SqsMessage Message { get; } = message;

    /// <summary>Whether the lease ended before it could be renewed: the message comes again, to whoever asks for it.</summary>
    public bool IsLost => time.GetUtcNow().UtcTicks > Volatile.Read(ref _until);

    /// <summary>Renews the lease until the message is ended or dropped.</summary>
    public async Task KeepAsync()
    {
        using var timer = new PeriodicTimer(lease / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token) && !IsLost)
            {
                await RenewAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // It is ended.
        }
    }

    /// <exception cref="IOException">The lease could not be renewed when it last should.</exception>
    public void RequireRenewed()
    {
        if (Volatile.Read(ref _failure) is { } failure)
        {
            throw new IOException($"The lease of message {Message.Id} could not be renewed.", failure);
        }
    }

    /// <summary>One handler is done with the message; the last one removes it, or gives it back.</summary>
    public async ValueTask EndAsync()
    {
        if (Interlocked.Decrement(ref _open) > 0)
        {
            return;
        }

        Drop();
        if (Volatile.Read(ref _givenBack) == 0)
        {
            await queue.Client.DeleteAsync(queue.Url, Message.ReceiptHandle, CancellationToken.None);
        }
        else
        {
            await queue.Client.ChangeVisibilityAsync(queue.Url, Message.ReceiptHandle, TimeSpan.FromTicks(Interlocked.Read(ref _delay)), CancellationToken.None);
        }
    }

    /// <summary>One handler gives the message back: when no other has it, it can be received again after <paramref name="delay"/>, by all.</summary>
    public async ValueTask GiveBackAsync(TimeSpan delay)
    {
        Interlocked.Exchange(ref _givenBack, 1);
        Interlocked.Exchange(ref _delay, delay.Ticks);
        await EndAsync();
    }

    /// <summary>Lets the lease end.</summary>
    public void Drop() => _ended.Cancel();

    public void Dispose() => _ended.Dispose();

    private async Task RenewAsync()
    {
        try
        {
            await queue.Client.ChangeVisibilityAsync(queue.Url, Message.ReceiptHandle, lease, CancellationToken.None);
            Volatile.Write(ref _until, (time.GetUtcNow() + lease).UtcTicks);
            Volatile.Write(ref _failure, null);
        }
        catch (Exception failure) when (AwsFailure.Is(failure))
        {
            // There is time for another try before the lease ends.
            Volatile.Write(ref _failure, failure);
        }
    }
}
