using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Klotho.Runtime.Tests.Servers;
using Klotho.Wiring;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>Streams between servers.</summary>
public sealed partial class HttpUnitCallTests
{
    [Fact]
    public async Task A_stream_is_lines_of_JSON_with_an_end_or_an_error()
    {
        using var whole = await SignedCall.PostAsync(Math.Http, Path + "DivideAllAsync", JsonContent.Create(new { a = 6, divisors = new[] { 1, 2 } }));
        using var failed = await SignedCall.PostAsync(Math.Http, Path + "DivideAllAsync", JsonContent.Create(new { a = 6, divisors = new[] { 1, 0 } }));

        Assert.Equal("application/x-ndjson", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("{\"item\":6}\n{\"item\":3}\n{\"end\":true}\n", await whole.Content.ReadAsStringAsync());
        Assert.Equal(
            "{\"item\":6}\n{\"error\":{\"type\":\"System.DivideByZeroException\",\"message\":\"Attempted to divide by zero.\",\"code\":\"failed\"}}\n",
            await failed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_error_keeps_its_type_message_and_code_in_the_middle_of_a_stream_and_ahead_of_it()
    {
        foreach (int[] divisors in (int[][])[[1, 0], [0]])
        {
            var failure = await Assert.ThrowsAsync<UnitCallException>(async () => await Target.DivideAllAsync(1, divisors).CountAsync());

            Assert.Equal((UnitCallException.Failed, "System.DivideByZeroException"), (failure.Code, failure.RemoteType));
            Assert.Contains("Attempted to divide by zero.", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stream_without_the_token_is_refused()
    {
        using var response = await Math.Http.PostAsJsonAsync(Path + "DivideAllAsync", new { a = 1, divisors = new[] { 1 } });
        await using var main = await StartMainAsync(Math.Address.ToString(), "another");
        var failure = await Assert.ThrowsAsync<UnitCallException>(async () => await main.Services.GetRequiredService<IArithmetic>().DivideAllAsync(1, [1]).CountAsync());

        Assert.Equal((HttpStatusCode.Unauthorized, UnitCallException.Unauthorized), (response.StatusCode, failure.Code));
        Assert.Empty(Trace.Texts);
    }

    [Fact]
    public async Task A_stream_that_is_cut_off_is_an_error_and_no_end()
    {
        await using var proxy = new CuttingProxy(Math.Address.Port);
        await using var main = await StartMainAsync($"http://127.0.0.1:{proxy.Port}", "t0ken");
        await using var watching = main.Services.GetRequiredService<IArithmetic>().WatchAsync().GetAsyncEnumerator();
        Assert.True(await watching.MoveNextAsync());

        proxy.CutNextAnswer();
        Trace.Proceed.Release();
        var failure = await Assert.ThrowsAsync<UnitCallException>(async () => await watching.MoveNextAsync());

        Assert.Equal((UnitCallException.Interrupted, 1), (failure.Code, proxy.Lost));
    }

    [Fact]
    public async Task The_deadline_is_for_each_item_and_not_for_the_reader_or_the_whole()
    {
        var patience = TimeSpan.FromSeconds(1);
        await using var hasty = await StartMainAsync(Math.Address.ToString(), "t0ken", patience);
        await using var watching = hasty.Services.GetRequiredService<IArithmetic>().WatchAsync().GetAsyncEnumerator();
        Assert.True(await watching.MoveNextAsync());

        // The reader takes its time.
        await Task.Delay(patience * 1.5);
        Trace.Proceed.Release();
        Assert.True(await watching.MoveNextAsync());
        var failure = await Assert.ThrowsAsync<UnitCallException>(async () => await watching.MoveNextAsync());

        Assert.Equal(UnitCallException.DeadlineExceeded, failure.Code);
        await Eventually.IsTrue(() => Trace.Texts.Contains("stopped"), "the method ended");
    }

    [Fact]
    public async Task Who_reads_slowly_slows_the_method_down()
    {
        // 640 MB, had it all to be kept somewhere.
        var large = new Figures(new string('x', 64 * 1024), []);
        await using var reading = Target.RepeatAsync(large, 10_000).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());

        var last = -1;
        await Eventually.IsTrue(() => last == (last = Trace.Repeated), "no more items are made");

        Assert.InRange(last, 1, 1000);
        Assert.True(await reading.MoveNextAsync());
    }

    [Fact]
    public async Task An_item_may_be_as_large_as_a_result()
    {
        var writer = new UnitStreamWriter(new DefaultHttpContext());
        var over = AsyncEnumerable.Repeat(new string('x', 6 * 1024 * 1024), 1);
        await Assert.ThrowsAsync<PayloadTooLargeException>(async () => await writer.WriteAsync(over, (JsonTypeInfo<string>)JsonSerializerOptions.Web.GetTypeInfo(typeof(string)), default));

        var large = await Target.RepeatAsync(new Figures(new string('x', 5 * 1024 * 1024), []), 2).ToListAsync();

        Assert.Equal([5 * 1024 * 1024, 5 * 1024 * 1024], large.Select(each => each?.Name.Length));
    }

    [Fact]
    public async Task Items_ahead_of_one_that_is_too_large_or_cannot_be_written_are_sent_and_then_the_error()
    {
        await Check(["a", "b", new string('x', 6 * 1024 * 1024)], "over the limit");
        await Check([new Torn("a"), new Torn("b"), new Torn(null)], "torn");

        static async Task Check<T>(T[] items, string message)
        {
            var body = new MemoryStream();
            var writer = new UnitStreamWriter(new DefaultHttpContext { Response = { Body = body } });
            var type = (JsonTypeInfo<T>)JsonSerializerOptions.Web.GetTypeInfo(typeof(T));
            var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await writer.WriteAsync(items.ToAsyncEnumerable(), type, default));
            Assert.True(writer.HasBegun);
            await writer.FailAsync(new("failed", "no", null), default);

            Assert.Contains(message, failure.Message, StringComparison.Ordinal);
            var whole = items.SkipLast(1).Select(item => $"{{\"item\":{JsonSerializer.Serialize(item, type)}}}\n");
            Assert.Equal($"{string.Concat(whole)}{{\"error\":{{\"type\":null,\"message\":\"no\",\"code\":\"failed\"}}}}\n", System.Text.Encoding.UTF8.GetString(body.ToArray()));
        }
    }

    private sealed record Torn(string? Name)
    {
        public string Told => Name ?? throw new FormatException("torn");
    }
}
