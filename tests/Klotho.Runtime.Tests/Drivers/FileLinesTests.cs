using System.Text;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Drivers;

/// <summary>What holds for ordered topics in files beyond the contract.</summary>
public sealed class FileLinesTests
{
    [Fact]
    public async Task Of_several_processes_one_has_a_key_until_its_lease_ends_and_another_takes_over_in_order()
    {
        using var folder = new TemporaryFolder();
        var time = new Clock();
        var lease = TimeSpan.FromSeconds(30);
        using var one = new FileTopicDriver(folder.Path, ["A.Handle"], lease, time);
        using var other = new FileTopicDriver(folder.Path, ["A.Handle"], lease, time);
        foreach (var text in new[] { "first", "second" })
        {
            await one.PublishAsync(new(Encoding.UTF8.GetBytes(text)) { Key = "a" }, default);
        }

        var died = await one.ReceiveAsync("A.Handle", default);
        using (var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await other.ReceiveAsync("A.Handle", soon.Token));
        }

        time.Now += lease + TimeSpan.FromSeconds(1);
        var again = await other.ReceiveAsync("A.Handle", default);
        await died.CompleteAsync();
        await again.CompleteAsync();
        var next = await one.ReceiveAsync("A.Handle", default);

        Assert.Equal(("first", 2, died.MessageId), (Encoding.UTF8.GetString(again.Payload.Span), again.Attempt, again.MessageId));
        Assert.Equal(("second", 1), (Encoding.UTF8.GetString(next.Payload.Span), next.Attempt));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_changes_no_order()
    {
        using var folder = new TemporaryFolder();
        var time = new Clock();
        using var driver = new FileTopicDriver(folder.Path, ["A.Handle"], TimeSpan.FromSeconds(30), time);
        for (byte number = 0; number < 3; number++)
        {
            await driver.PublishAsync(new(new[] { number }) { Key = "a" }, default);
            time.Now -= TimeSpan.FromHours(1);
        }

        time.Now += TimeSpan.FromHours(4);
        for (byte number = 0; number < 3; number++)
        {
            var delivery = await driver.ReceiveAsync("A.Handle", default);
            Assert.Equal(number, delivery.Payload.Span[0]);
            await delivery.CompleteAsync();
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
