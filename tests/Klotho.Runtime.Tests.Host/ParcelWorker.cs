namespace Klotho.Runtime.Tests.Host;

/// <summary>Takes parcels in: writes a slip and a receipt for each, once for each message as far as an inbox can tell.</summary>
public sealed class ParcelWorker(
    [Persist("inbox")] IKeyValueStore<HandledMessage> inbox, [Persist("receipts")] IKeyValueStore<Parcel> receipts, [Persist("slips")] IBlobStore slips, ParcelLog log)
{
    // Longer than the work takes under the faults of the tests, and short enough to wait for after a kill.
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(4);

    public async Task HandleAsync(Parcel parcel, MessageContext message, CancellationToken cancel)
    {
        log.Write("begun", parcel.Number, message.MessageId);
        var now = await inbox.HandleOnceAsync(message, work => TakeAsync(parcel, message, work), Claim, cancel: cancel);
        log.Write(now ? "done" : "again", parcel.Number, message.MessageId);
    }

    private async ValueTask TakeAsync(Parcel parcel, MessageContext message, CancellationToken cancel)
    {
        log.Write("work", parcel.Number, message.MessageId);
        using var slip = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(parcel.Text));
        await slips.WriteAsync($"{parcel.Number}", slip, cancel: cancel);

        // A middle to be killed in.
        await Task.Delay(20, cancel);
        await receipts.PutAsync($"{parcel.Number}", parcel, cancel: cancel);
    }
}
