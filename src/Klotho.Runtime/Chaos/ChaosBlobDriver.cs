using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>A blob store with faults.</summary>
internal sealed class ChaosBlobDriver(IBlobDriver driver, ChaosDice dice) : IBlobDriver
{
    public ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, CancellationToken cancel) =>
        dice.RunAsync(nameof(WriteAsync), () => driver.WriteAsync(path, content, options, cancel), cancel);

    public ValueTask<BlobInfo> ReplaceAsync(string path, string tag, Stream content, BlobWriteOptions options, CancellationToken cancel) =>
        dice.RunAsync(nameof(ReplaceAsync), () => driver.ReplaceAsync(path, tag, content, options, cancel), cancel);

    public async ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel)
    {
        // Before it is opened: nobody would dispose of what is lost.
        await dice.ReadAsync(nameof(ReadAsync), cancel);
        return await driver.ReadAsync(path, range, cancel);
    }

    public ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel) =>
        dice.RunAsync(nameof(StatAsync), () => driver.StatAsync(path, cancel), cancel);

    // Nobody is asked for it, here as on S3, so nothing can go wrong on the way.
    public ValueTask<Uri> LinkAsync(string path, TimeSpan lifetime, CancellationToken cancel) => driver.LinkAsync(path, lifetime, cancel);

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancel) =>
        dice.RunAsync(nameof(DeleteAsync), () => driver.DeleteAsync(path, cancel), cancel);

    public ValueTask<bool> DeleteAsync(string path, string tag, CancellationToken cancel) =>
        dice.RunAsync(nameof(DeleteAsync), () => driver.DeleteAsync(path, tag, cancel), cancel);

    public async IAsyncEnumerable<BlobInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await dice.ReadAsync(nameof(ListAsync), cancel);
        await foreach (var info in driver.ListAsync(prefix, cancel))
        {
            yield return info;
        }
    }
}
