using System.Diagnostics;

namespace Klotho.Drivers;

/// <summary>A blob store that tells of what is done with it.</summary>
internal sealed class ObservedBlobDriver(IBlobDriver driver, ObservedNode node) : IBlobDriver
{
    public ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("write", ActivityKind.Client, (driver, path, content, options, cancel), static at => at.driver.WriteAsync(at.path, at.content, at.options, at.cancel))
        : driver.WriteAsync(path, content, options, cancel);

    public ValueTask<BlobInfo> ReplaceAsync(string path, string tag, Stream content, BlobWriteOptions options, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync(
            "replace", ActivityKind.Client, (driver, path, tag, content, options, cancel), static at => at.driver.ReplaceAsync(at.path, at.tag, at.content, at.options, at.cancel))
        : driver.ReplaceAsync(path, tag, content, options, cancel);

    public ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("read", ActivityKind.Client, (driver, path, range, cancel), static at => at.driver.ReadAsync(at.path, at.range, at.cancel))
        : driver.ReadAsync(path, range, cancel);

    public ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("stat", ActivityKind.Client, (driver, path, cancel), static at => at.driver.StatAsync(at.path, at.cancel))
        : driver.StatAsync(path, cancel);

    public ValueTask<Uri> LinkAsync(string path, TimeSpan lifetime, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("link", ActivityKind.Client, (driver, path, lifetime, cancel), static at => at.driver.LinkAsync(at.path, at.lifetime, at.cancel))
        : driver.LinkAsync(path, lifetime, cancel);

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("delete", ActivityKind.Client, (driver, path, cancel), static at => at.driver.DeleteAsync(at.path, at.cancel))
        : driver.DeleteAsync(path, cancel);

    public ValueTask<bool> DeleteAsync(string path, string tag, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("delete", ActivityKind.Client, (driver, path, tag, cancel), static at => at.driver.DeleteAsync(at.path, at.tag, at.cancel))
        : driver.DeleteAsync(path, tag, cancel);

    public IAsyncEnumerable<BlobInfo> ListAsync(string prefix, CancellationToken cancel)
    {
        var infos = driver.ListAsync(prefix, cancel);
        return ObservedNode.IsOn ? node.ReadAsync("list", infos, cancel) : infos;
    }
}
