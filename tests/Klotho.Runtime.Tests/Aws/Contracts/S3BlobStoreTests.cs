using System.Globalization;
using System.Web;
using Amazon.S3;
using Amazon.S3.Model;
using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Runtime.Tests.Contracts;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// The contract on the protocol of Amazon S3, spoken by fauxqs. Other than AWS, fauxqs ignores <c>If-None-Match</c>, <c>If-Match</c> in writes and deletions and
/// <c>encoding-type</c>, lists in another order, and refuses a range of more last bytes than there are and takes any signature: what starts it (emulators.mjs) does so in its place, as AWS documents it.
/// </summary>
public sealed class S3BlobStoreTests : BlobStoreContract, IClassFixture<AwsEmulators>, IAsyncLifetime, IDisposable
{
    private readonly string _bucket = $"b-{Guid.NewGuid():N}";
    private readonly AwsClients _clients = new();

    public async Task InitializeAsync() => await _clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = _bucket });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _clients.Dispose();

    public override IBlobDriver Open() => new S3BlobDriver(_clients, _bucket, "store/");

    [Fact]
    public async Task Stores_in_one_bucket_do_not_see_each_other()
    {
        var other = new S3BlobDriver(_clients, _bucket, "store-2/");
        await Open().WriteAsync("a", new MemoryStream([1]), new BlobWriteOptions(), default);
        await other.WriteAsync("b", new MemoryStream([2]), new BlobWriteOptions(), default);

        Assert.Equal(["a"], await Open().ListAsync("", default).Select(info => info.Path).ToListAsync());
        Assert.Equal(["b"], await other.ListAsync("", default).Select(info => info.Path).ToListAsync());
        Assert.Null(await other.StatAsync("a", default));
    }

    [Fact]
    public async Task A_listing_reads_all_pages()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 1005), async (number, cancel) =>
            await Open().WriteAsync($"{number:D4}", new MemoryStream([1]), new BlobWriteOptions(), cancel));

        Assert.Equal(Enumerable.Range(0, 1005).Select(number => $"{number:D4}"), await Open().ListAsync("", default).Select(info => info.Path).ToListAsync());
    }

    [Fact]
    public async Task A_large_file_that_must_be_absent_is_written_once_and_leaves_no_parts()
    {
        const long Length = S3Upload.PartBytes + 1;
        var once = new BlobWriteOptions { IfAbsent = true };

        var written = await Open().WriteAsync("large", new PatternStream(Length), once, default);
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await Open().WriteAsync("large", new PatternStream(Length), once, default));
        await Assert.ThrowsAsync<IOException>(async () =>
            await Open().WriteAsync("broken", new PatternStream(Length * 2, failAt: Length + 5), new BlobWriteOptions(), default));

        Assert.Equal(Length, written.Length);
        Assert.Equal(["large"], await Open().ListAsync("", default).Select(info => info.Path).ToListAsync());
    }

    [Fact]
    public async Task A_large_file_is_replaced_only_where_it_has_the_tag_that_was_read()
    {
        const long Length = S3Upload.PartBytes + 1;
        var first = await Open().WriteAsync("large", new MemoryStream([1]), new BlobWriteOptions(), default);

        var second = await Open().ReplaceAsync("large", first.Tag, new PatternStream(Length), new BlobWriteOptions(), default);
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await Open().ReplaceAsync("large", first.Tag, new PatternStream(Length), new BlobWriteOptions(), default));

        Assert.Equal(second, await Open().StatAsync("large", default));
    }

    [Theory]
    [InlineData(200, 1, 2)]
    [InlineData(61_000, 61, 62)]
    [InlineData(604_800_000, 604_799, 604_800)]
    public async Task A_link_ends_after_whole_seconds(long milliseconds, int least, int most)
    {
        var link = await Open().LinkAsync("a", TimeSpan.FromMilliseconds(milliseconds), default);

        Assert.InRange(int.Parse(HttpUtility.ParseQueryString(link.Query)["X-Amz-Expires"] ?? "", CultureInfo.InvariantCulture), least, most);
    }

    [Fact]
    public async Task A_bucket_that_is_missing_is_an_error_and_not_an_empty_store()
    {
        var missing = await Assert.ThrowsAnyAsync<AmazonS3Exception>(async () => await new S3BlobDriver(_clients, "nobody", "").ReadAsync("a", default, default));

        Assert.Equal("NoSuchBucket", missing.ErrorCode);
    }
}
