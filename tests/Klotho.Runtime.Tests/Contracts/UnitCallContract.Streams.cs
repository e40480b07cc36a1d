namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What a method that streams its results does.</summary>
public abstract partial class UnitCallContract
{
    [Fact]
    public async Task Items_of_a_stream_arrive_in_order()
    {
        var figures = new Figures("π \"日本\"\n", [3.14159]);

        Assert.Equal([100, 50, 20], await Target.DivideAllAsync(100, [1, 2, 5]).ToListAsync());
        Assert.Empty(await Target.DivideAllAsync(100, []).ToListAsync());
        Assert.Equal([null, null], await Target.RepeatAsync(null, 2).ToListAsync());
        Assert.Equal(["π \"日本\"\n"], (await Target.RepeatAsync(figures, 1000).ToListAsync()).Select(each => each?.Name).Distinct());
    }

    [Fact]
    public async Task An_item_arrives_before_the_next_one_is_there()
    {
        await using var watching = Target.WatchAsync().GetAsyncEnumerator();

        // Had it to wait for the end, or for more, it would wait for ever: nothing lets the other side go on.
        Assert.True(await watching.MoveNextAsync());
        Assert.Equal(1, watching.Current);
        Trace.Proceed.Release();
        Assert.True(await watching.MoveNextAsync());
        Assert.Equal(2, watching.Current);
    }

    [Fact]
    public async Task Items_ahead_of_an_error_arrive_and_then_the_error_does()
    {
        var arrived = new List<int>();

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var item in Target.DivideAllAsync(100, [10, 20, 0, 5]))
            {
                arrived.Add(item);
            }
        });

        Assert.Equal([10, 5], arrived);
        Assert.Contains("zero", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_stop_reading_stops_the_method()
    {
        await foreach (var item in Target.WatchAsync())
        {
            Assert.Equal(1, item);
            break;
        }

        await Eventually.IsTrue(() => Trace.Texts.Contains("stopped"), "the method ended");
    }

    [Fact]
    public async Task To_cancel_stops_the_method_and_the_reader()
    {
        using var cancel = new CancellationTokenSource();
        await using var watching = Target.WatchAsync().WithCancellation(cancel.Token).GetAsyncEnumerator();
        Assert.True(await watching.MoveNextAsync());
        var next = watching.MoveNextAsync();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        await Eventually.IsTrue(() => Trace.Texts.Contains("stopped"), "the method ended");
    }

    [Fact]
    public async Task A_stream_that_is_read_twice_is_made_twice()
    {
        var stream = Target.DivideAllAsync(100, [10, 20]);
        Assert.Empty(Trace.Texts);

        Assert.Equal(await stream.ToListAsync(), await stream.ToListAsync());

        Assert.Equal(["100/2 numbers", "100/2 numbers"], Trace.Texts);
    }

    [Fact]
    public async Task Many_streams_at_once_do_not_mix()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 50).Select(async number => await Target.DivideAllAsync(number, [1, 1, 1]).ToListAsync()));

        Assert.All(results.Index(), each => Assert.Equal([each.Index + 1, each.Index + 1, each.Index + 1], each.Item));
    }
}
