using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Drivers;

/// <summary>What holds for topics in files beyond the contract.</summary>
public sealed class FileTopicDriverTests
{
    private static readonly string[] Subscribers = ["A.Handle", "B.Handle", "C.Handle"];

    [Fact]
    public async Task A_publish_that_is_cancelled_in_the_middle_reaches_all_subscribers_or_none()
    {
        using var folder = new TemporaryFolder();
        using var driver = new FileTopicDriver(folder.Path, Subscribers, TimeSpan.FromMinutes(1), TimeProvider.System);
        var (published, cancelled) = (0, 0);
        for (var turn = 0; turn < 200; turn++)
        {
            using var source = new CancellationTokenSource();
            var cancelling = Task.Run(() => { Thread.SpinWait(turn * 50); source.Cancel(); });
            try
            {
                await driver.PublishAsync(new("1"u8.ToArray()), source.Token);
                published++;
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            await cancelling;
        }

        var arrived = Directory.EnumerateFiles(folder.Path, "*.msg", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetDirectoryName(file), file => file).Select(files => files.Count()).ToList();
        Assert.Equal(200, published + cancelled);
        Assert.Equal(published == 0 ? [] : Enumerable.Repeat(published, Subscribers.Length), arrived);
    }

    [Fact]
    public async Task Any_number_of_messages_published_here_cost_their_reader_no_needless_looks()
    {
        using var folder = new TemporaryFolder();
        var time = new CountingTime();
        using var driver = new FileTopicDriver(folder.Path, ["A.Handle"], TimeSpan.FromMinutes(1), time);
        for (var number = 0; number < 300; number++)
        {
            await driver.PublishAsync(new("1"u8.ToArray()), default);
        }

        for (var number = 0; number < 300; number++)
        {
            await (await driver.ReceiveAsync("A.Handle", default)).CompleteAsync();
        }

        // Each look asks whether this one is due.
        await driver.PublishAsync(new("1"u8.ToArray()), default);
        await (await driver.ReceiveAsync("A.Handle", default)).RetryAsync(TimeSpan.FromHours(1), countAttempt: false);
        time.Asked = 0;
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await driver.ReceiveAsync("A.Handle", patience.Token));

        Assert.InRange(time.Asked, 1, 20);
    }

    private sealed class CountingTime : TimeProvider
    {
        public int Asked { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            Asked++;
            return base.GetUtcNow();
        }
    }
}
