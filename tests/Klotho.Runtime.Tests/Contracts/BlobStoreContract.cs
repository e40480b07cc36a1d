using System.Net;
using System.Text;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What every blob store does, whatever it keeps files on.</summary>
public abstract class BlobStoreContract
{
    /// <summary>A driver of a store that is new in this test. Called again, it opens the same store as another process would.</summary>
    public abstract IBlobDriver Open();

    private static readonly HttpClient Http = new();

    private IBlobStore Store() => new BlobStore(Open());

    [Fact]
    public async Task What_was_written_is_read_with_its_description()
    {
        var store = Store();

        var written = await store.WriteAsync("deck/1.png", Content("picture"), new BlobWriteOptions { ContentType = "image/png" });
        await using var blob = await store.ReadAsync("deck/1.png");

        Assert.NotNull(blob);
        Assert.Equal("picture", await TextAsync(blob));
        Assert.Equal(("deck/1.png", 7L, "image/png"), (blob.Info.Path, blob.Info.Length, blob.Info.ContentType));
        Assert.Equal(written, blob.Info);
        Assert.Equal(written, await store.StatAsync("deck/1.png"));
        Assert.Null(await store.ReadAsync("deck/2.png"));
        Assert.Null(await store.StatAsync("deck/2.png"));
    }

    [Theory]
    [InlineData(2L, 3L, 2, "234")]
    [InlineData(2L, null, 2, "23456789")]
    [InlineData(0L, 1L, 0, "0")]
    [InlineData(0L, null, 0, "0123456789")]
    [InlineData(null, 3L, 7, "789")]
    [InlineData(null, 30L, 0, "0123456789")]
    [InlineData(8L, 30L, 8, "89")]
    [InlineData(9L, long.MaxValue, 9, "9")]
    [InlineData(10L, null, 10, "")]
    [InlineData(30L, 5L, 10, "")]
    [InlineData(4L, 0L, 4, "")]
    [InlineData(null, 0L, 10, "")]
    public async Task A_part_of_a_file_is_read_as_far_as_there_is_one(long? start, long? length, int readFrom, string read)
    {
        var store = Store();
        var whole = await store.WriteAsync("digits", Content("0123456789"), new BlobWriteOptions { ContentType = "text/plain" });
        var range = (start, length) switch
        {
            ({ } first, { } bytes) => BlobRange.Of(first, bytes),
            ({ } first, null) => BlobRange.From(first),
            (null, { } last) => BlobRange.Last(last),
            _ => default,
        };

        await using var part = await store.ReadAsync("digits", range);

        Assert.NotNull(part);
        Assert.Equal(read, await TextAsync(part));
        Assert.Equal((whole, readFrom, read.Length), (part.Info, (int)part.Start, (int)part.Length));
        Assert.Null(await store.ReadAsync("nothing", range));
    }

    [Fact]
    public async Task Of_an_empty_file_every_part_is_empty()
    {
        var store = Store();
        await store.WriteAsync("empty", Content(""));
        foreach (var range in new[] { default, BlobRange.From(0), BlobRange.Of(0, 5), BlobRange.Last(5) })
        {
            await using var part = await store.ReadAsync("empty", range);

            Assert.NotNull(part);
            Assert.Equal(("", 0L, 0L), (await TextAsync(part), part.Start, part.Length));
        }
    }

    [Fact]
    public async Task A_part_in_the_middle_of_a_large_file_is_read_in_pieces()
    {
        const long Start = 251 * 10_000;
        const long Length = 1_000_000;
        var store = Store();
        await store.WriteAsync("large", new PatternStream(24 * 1024 * 1024));

        await using var part = await store.ReadAsync("large", BlobRange.Of(Start, Length));

        Assert.NotNull(part);
        Assert.Equal(Length, await PatternStream.VerifyAsync(part.Content));
    }

    [Fact]
    public async Task The_tag_changes_with_the_content_and_only_then()
    {
        var store = Store();

        var first = await store.WriteAsync("a", Content("1"));
        var same = await store.WriteAsync("a", Content("1"));
        var other = await store.WriteAsync("a", Content("2"));

        Assert.Equal(first.Tag, same.Tag);
        Assert.NotEqual(first.Tag, other.Tag);
        Assert.Equal("application/octet-stream", first.ContentType);
    }

    [Fact]
    public async Task A_file_that_must_be_absent_is_written_once()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                await Store().WriteAsync("only", Content($"{number}"), new BlobWriteOptions { IfAbsent = true });
                return true;
            }
            catch (ConcurrencyException)
            {
                return false;
            }
        })));

        Assert.Single(created, true);
    }

    [Fact]
    public async Task A_file_is_replaced_only_where_it_has_the_tag_that_was_read()
    {
        var store = Store();
        var first = await store.WriteAsync("a", Content("1"));

        var second = await store.ReplaceAsync("a", first.Tag, Content("2"), new BlobWriteOptions { ContentType = "text/plain" });

        Assert.Equal(second, await store.StatAsync("a"));
        Assert.Equal("text/plain", second.ContentType);
        foreach (var (path, tag) in new[] { ("a", first.Tag), ("a", "no \"tag\"\r\n"), ("a", "*"), ("b", first.Tag) })
        {
            await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.ReplaceAsync(path, tag, Content("3")));
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.ReplaceAsync("a", second.Tag, Content("3"), new BlobWriteOptions { IfAbsent = true }));
        Assert.Equal(second, await store.StatAsync("a"));
        Assert.Null(await store.StatAsync("b"));
    }

    [Fact]
    public async Task Of_those_who_replace_the_same_file_one_does()
    {
        var there = await Store().WriteAsync("only", Content("first"));

        var replaced = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                return await Store().ReplaceAsync("only", there.Tag, Content($"{number}"));
            }
            catch (ConcurrencyException)
            {
                return null;
            }
        })));

        Assert.Equal(await Store().StatAsync("only"), Assert.Single(replaced, info => info is not null));
    }

    [Fact]
    public async Task A_file_is_deleted_that_has_the_tag_and_no_other()
    {
        var store = Store();
        var first = await store.WriteAsync("a", Content("1"));
        var second = await store.ReplaceAsync("a", first.Tag, Content("2"));

        foreach (var tag in new[] { first.Tag, "no \"tag\"\r\n", "*" })
        {
            await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.DeleteAsync("a", tag));
        }

        Assert.Equal(second, await store.StatAsync("a"));
        Assert.True(await store.DeleteAsync("a", second.Tag));
        Assert.Null(await store.StatAsync("a"));
        Assert.False(await store.DeleteAsync("a", second.Tag));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.DeleteAsync("a", ""));
    }

    [Fact]
    public async Task Of_those_who_delete_and_replace_the_same_file_one_does()
    {
        var there = await Store().WriteAsync("only", Content("first"));

        var done = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                return number % 2 == 0 ? await Store().DeleteAsync("only", there.Tag) : await Store().ReplaceAsync("only", there.Tag, Content($"{number}")) is not null;
            }
            catch (ConcurrencyException)
            {
                return false;
            }
        })));

        Assert.Single(done, isDone => isDone);
    }

    [Fact]
    public async Task A_link_is_the_file_for_whoever_has_it()
    {
        var store = Store();
        var path = "deck/ä b+c%2f?&#=.txt";
        await store.WriteAsync(path, Content("0123456789"), new BlobWriteOptions { ContentType = "text/plain" });

        var link = await store.LinkAsync(path, BlobLimits.MaxLinkLifetime);
        using var whole = await Http.GetAsync(link);
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new(2, 4) } };
        using var part = await Http.SendAsync(request);
        using var written = await Http.PutAsync(link, new StringContent("other"));
        await store.DeleteAsync(path);
        using var gone = await Http.GetAsync(link);

        Assert.Equal((HttpStatusCode.OK, "0123456789", "text/plain"), (whole.StatusCode, await whole.Content.ReadAsStringAsync(), whole.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        Assert.False(written.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_link_is_to_one_file_and_ends()
    {
        var store = Store();
        await store.WriteAsync("mine", Content("1"));
        await store.WriteAsync("your", Content("2"));

        var link = await store.LinkAsync("mine", TimeSpan.FromMilliseconds(800));
        var other = await store.LinkAsync("mine", TimeSpan.FromHours(1));
        using var elsewhere = await Http.GetAsync(new Uri(other.AbsoluteUri.Replace("mine", "your", StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        await Eventually.IsTrueAsync(async () =>
        {
            using var ended = await Http.GetAsync(link);
            return ended.StatusCode == HttpStatusCode.Forbidden;
        }, "the link has ended");
        Assert.Equal("1", await Http.GetStringAsync(other));
    }

    [Fact]
    public async Task A_link_lasts_for_seven_days_at_most()
    {
        foreach (var lifetime in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(-1), BlobLimits.MaxLinkLifetime + TimeSpan.FromTicks(1) })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Store().LinkAsync("a", lifetime));
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await Store().LinkAsync("a/../b", TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task A_deleted_file_is_gone()
    {
        var store = Store();
        await store.WriteAsync("a", Content("1"));

        Assert.True(await store.DeleteAsync("a"));
        Assert.False(await store.DeleteAsync("a"));
        Assert.Null(await store.ReadAsync("a"));
        Assert.Empty(await store.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task A_listing_is_in_order_of_paths()
    {
        var store = Store();
        string[] paths = ["b", "a/2", "a/10", "a", "A", "a/é", "\uFF5E", "\U0001F600"];
        foreach (var path in paths)
        {
            await store.WriteAsync(path, Content(path));
        }

        Assert.Equal(["A", "a", "a/10", "a/2", "a/é", "b", "\uFF5E", "\U0001F600"], await store.ListAsync().Select(info => info.Path).ToListAsync());
        Assert.Equal(["a/10", "a/2", "a/é"], await store.ListAsync("a/").Select(info => info.Path).ToListAsync());
        Assert.Empty(await store.ListAsync("nothing").ToListAsync());
    }

    [Fact]
    public async Task A_large_stream_goes_in_and_out_whole()
    {
        const long Length = 24 * 1024 * 1024;
        var store = Store();

        var info = await store.WriteAsync("large", new PatternStream(Length));
        await using var blob = await store.ReadAsync("large");

        Assert.Equal(Length, info.Length);
        Assert.NotNull(blob);
        Assert.Equal(Length, await PatternStream.VerifyAsync(blob.Content));
    }

    [Fact]
    public async Task A_write_that_fails_or_is_cancelled_leaves_the_old_file()
    {
        var store = Store();
        await store.WriteAsync("a", Content("old"));
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAsync<IOException>(async () => await store.WriteAsync("a", new PatternStream(1 << 20, failAt: 1 << 19)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await store.WriteAsync("a", new PatternStream(1 << 20, onRead: cancel.Cancel), cancel: cancel.Token));
        await using var blob = await store.ReadAsync("a");

        Assert.NotNull(blob);
        Assert.Equal("old", await TextAsync(blob));
    }

    [Fact]
    public async Task Readers_see_one_write_or_another_never_a_mixture()
    {
        string[] contents = [new('a', 100_000), new('b', 70_000), new('c', 3)];
        await Store().WriteAsync("hot", Content(contents[0]), new BlobWriteOptions { ContentType = "text/a" });
        using var done = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var store = Store();
            for (var turn = 0; turn < 60; turn++)
            {
                var content = contents[turn % 3];
                await store.WriteAsync("hot", Content(content), new BlobWriteOptions { ContentType = $"text/{content[0]}" });
            }

            await done.CancelAsync();
        });

        var reads = 0;
        while (!done.IsCancellationRequested)
        {
            await using var blob = await Store().ReadAsync("hot");
            Assert.NotNull(blob);
            var text = await TextAsync(blob);
            Assert.Contains(text, contents);
            Assert.Equal((text.Length, $"text/{text[0]}"), ((int)blob.Info.Length, blob.Info.ContentType));
            reads++;
        }

        await writing;
        Assert.True(reads > 0);
    }

    [Theory]
    [InlineData("../../outside")]
    [InlineData("/rooted")]
    [InlineData("con")]
    [InlineData("a b\\c:*?%2f")]
    [InlineData("日本語/\0.png")]
    public async Task Any_text_is_a_path(string path)
    {
        var store = Store();
        await store.WriteAsync(path, Content(path));

        await using var blob = await store.ReadAsync(path);

        Assert.NotNull(blob);
        Assert.Equal(path, await TextAsync(blob));
        Assert.Equal([path], await store.ListAsync().Select(info => info.Path).ToListAsync());
    }

    [Fact]
    public async Task A_path_is_held_to_the_limit()
    {
        var longest = new string('é', 512);
        await Store().WriteAsync(longest, Content("1"));

        Assert.NotNull(await Store().StatAsync(longest));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store().WriteAsync(longest + "x", Content("1")));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store().WriteAsync("", Content("1")));
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<string> TextAsync(Blob blob)
    {
        using var reader = new StreamReader(blob.Content, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }
}
