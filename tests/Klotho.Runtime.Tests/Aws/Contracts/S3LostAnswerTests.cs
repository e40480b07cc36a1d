using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Klotho.Aws;
using Klotho.Runtime.Tests.Contracts;
using Klotho.Runtime.Tests.Faults;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// Writes whose answer is lost, so that the SDK sends them again and S3 (fauxqs, with conditions by emulators.mjs) refuses what it has done.
/// fauxqs has no refusals for lack of permission and no <c>409</c>: there a script answers in its place, as AWS documents it.
/// </summary>
public sealed class S3LostAnswerTests(AwsEmulators emulators) : IClassFixture<AwsEmulators>, IAsyncLifetime, IDisposable
{
    private const long Large = S3Upload.PartBytes + 1;

    private static readonly BlobWriteOptions Once = new() { IfAbsent = true };

    private readonly string _bucket = $"b-{Guid.NewGuid():N}";
    private readonly AwsClients _direct = new();
    private Fates _fates = new(1);

    public async Task InitializeAsync() => await _direct.S3.PutBucketAsync(new PutBucketRequest { BucketName = _bucket });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _direct.Dispose();

    [Fact]
    public async Task An_own_write_whose_answer_was_lost_is_no_conflict()
    {
        await using var proxy = await ProxyAsync(Fate.LoseAnswer);
        using var clients = new ClientsAt(proxy.Address);

        var written = await Store(clients).WriteAsync("a", new MemoryStream([1, 2]), Once, default);

        Assert.Equal(1, _fates.Dealt);
        Assert.Equal(written, await Store(_direct).StatAsync("a", default));
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await Store(clients).WriteAsync("a", new MemoryStream([1, 2]), Once, default));
    }

    [Fact]
    public async Task An_own_replacement_whose_answer_was_lost_is_no_conflict()
    {
        var there = await Store(_direct).WriteAsync("a", new MemoryStream([1]), Once, default);
        await using var proxy = await ProxyAsync(Fate.LoseAnswer);
        using var clients = new ClientsAt(proxy.Address);

        var written = await Store(clients).ReplaceAsync("a", there.Tag, new MemoryStream([1, 2]), new BlobWriteOptions(), default);

        Assert.Equal(1, _fates.Dealt);
        Assert.Equal(written, await Store(_direct).StatAsync("a", default));
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await Store(clients).ReplaceAsync("a", there.Tag, new MemoryStream([1, 2]), new BlobWriteOptions(), default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_own_large_write_whose_answer_was_lost_is_written(bool once)
    {
        // It is begun, has two parts, and is completed.
        await using var proxy = await ProxyAsync(Fate.None, Fate.None, Fate.None, Fate.LoseAnswer);
        using var clients = new ClientsAt(proxy.Address);

        var written = await Store(clients).WriteAsync("large", new PatternStream(Large), new BlobWriteOptions { IfAbsent = once }, default);

        Assert.Equal((1, Large), (_fates.Dealt, written.Length));
        Assert.Equal(written, await Store(_direct).StatAsync("large", default));
    }

    [Fact]
    public async Task Another_ones_file_is_a_conflict_also_for_a_write_that_is_sent_again()
    {
        await Store(_direct).WriteAsync("a", new MemoryStream([1, 2]), Once, default);
        await using var proxy = await ProxyAsync(Fate.LoseAnswer);
        using var clients = new ClientsAt(proxy.Address);

        await Assert.ThrowsAsync<ConcurrencyException>(async () => await Store(clients).WriteAsync("a", new MemoryStream([1, 2]), Once, default));
    }

    [Fact]
    public async Task A_unit_that_may_not_look_knows_a_conflict_unless_an_answer_was_lost()
    {
        await using var service = await ScriptedService.StartAsync(
            _ => (412, Error("PreconditionFailed")), _ => (403, ""),
            _ => (500, Error("InternalError")), _ => (412, Error("PreconditionFailed")), _ => (403, ""));
        using var clients = new ClientsAt(service.Address);

        await Assert.ThrowsAsync<ConcurrencyException>(async () => await Store(clients).WriteAsync("a", new MemoryStream([1]), Once, default));
        await Assert.ThrowsAsync<IOException>(async () => await Store(clients).WriteAsync("a", new MemoryStream([1]), Once, default));
    }

    [Fact]
    public async Task What_happens_meanwhile_has_the_write_sent_again()
    {
        await using var service = await ScriptedService.StartAsync(
            _ => (409, Error("ConditionalRequestConflict")), _ => (409, Error("ConditionalRequestConflict")), _ => (412, Error("PreconditionFailed")), _ => (404, ""), _ => (409, Error("ConditionalRequestConflict")));
        using var clients = new ClientsAt(service.Address);

        await Assert.ThrowsAsync<ConcurrencyException>(async () => await Store(clients).WriteAsync("a", new MemoryStream([1]), Once, default));
        Assert.Equal(4, service.Requests.Count);

        var failure = await Assert.ThrowsAsync<AmazonS3Exception>(async () => await Store(clients).WriteAsync("a", new MemoryStream([1]), Once, default));
        Assert.Equal(HttpStatusCode.Conflict, failure.StatusCode);
    }

    [Fact]
    public async Task A_write_that_fails_says_why_also_where_its_parts_cannot_be_removed()
    {
        await using var service = await ScriptedService.StartAsync(
            _ => (200, "<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>"), _ => (200, ""));
        using var clients = new ClientsAt(service.Address);
        var content = new PatternStream(Large, failAt: S3Upload.PartBytes, onRead: () => (service.Requests.Count == 2 ? clients : null)?.Dispose());

        var failure = await Assert.ThrowsAsync<IOException>(async () => await Store(clients).WriteAsync("large", content, new BlobWriteOptions(), default));

        Assert.Equal((2, "The sender broke off."), (service.Requests.Count, failure.Message));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await clients.S3.AbortMultipartUploadAsync(new AbortMultipartUploadRequest()));
    }

    private static string Error(string code) => $"<Error><Code>{code}</Code><Message>By script.</Message></Error>";

    private S3BlobDriver Store(IAwsClients clients) => new(clients, _bucket, "store/");

    private Task<FaultyHttpProxy> ProxyAsync(params IReadOnlyList<Fate> first)
    {
        _fates = new(1) { First = first };
        return FaultyHttpProxy.StartAsync(emulators.Address, _fates);
    }
}
