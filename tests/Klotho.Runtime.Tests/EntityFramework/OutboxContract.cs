using Klotho.Drivers;
using Klotho.EntityFramework;
using Klotho.Wiring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.EntityFramework;

/// <summary>What the outbox and the inbox of a context do on every database.</summary>
public abstract class OutboxContract
{
    private static readonly MessageContext Message = new("m1", "paid", 1) { Handler = "Shop.Handle" };

    private readonly RecordingTopicDriver _topic = new();

    [Fact]
    public async Task A_message_is_published_if_its_transaction_is_committed_and_only_then()
    {
        await using var shop = await StartAsync(await SettingsAsync());

        await InContextAsync(shop, (context, topic) =>
        {
            // Never saved.
            context.Publish(topic, 1);
            return Task.CompletedTask;
        });
        await InContextAsync(shop, async (context, topic) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Publish(topic, 2);
            await context.SaveChangesAsync();
            await transaction.RollbackAsync();
        });
        await InContextAsync(shop, async (context, topic) =>
        {
            context.Orders.Add(new Order { Id = 7, Item = "tea" });
            context.Publish(topic, 3);
            await context.SaveChangesAsync();
        });
        await InContextAsync(shop, async (context, topic) =>
        {
            // There is an order 7.
            context.Orders.Add(new Order { Id = 7, Item = "tea" });
            context.Publish(topic, 4);
            await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
        });
        await InContextAsync(shop, async (context, topic) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Publish(topic, 5);
            await context.SaveChangesAsync();
            Assert.DoesNotContain(5, _topic.Numbers);
            await transaction.CommitAsync();
        });
        await Eventually.IsTrue(() => _topic.Numbers.Contains(5), "the last one is published");
        await EmptyAsync(shop);

        Assert.Equal([3, 5], _topic.Numbers);
        Assert.All(_topic.Published, message => Assert.Equal(16, message.Schema?.Length));
    }

    [Fact]
    public async Task Messages_are_published_in_order_however_many_there_are()
    {
        await using var shop = await StartAsync(await SettingsAsync());

        await InContextAsync(shop, async (context, topic) =>
        {
            foreach (var number in Enumerable.Range(0, 250))
            {
                context.Publish(topic, number);
                if (number % 100 == 40)
                {
                    await context.SaveChangesAsync();
                }
            }

            await context.SaveChangesAsync();
            Assert.Empty(context.ChangeTracker.Entries());
        });
        await Eventually.IsTrue(() => _topic.Published.Count >= 250, "all are published");

        Assert.Equal(Enumerable.Range(0, 250), _topic.Numbers);
        Assert.Equal(Enumerable.Range(0, 250).Select(KeyOf), _topic.Published.Select(message => message.Key));
        Assert.Equal(Enumerable.Range(0, 250).Select(StateOf), _topic.Published.Select(message => message.Filter));
    }

    [Fact]
    public async Task What_cannot_be_published_waits_and_keeps_its_place_and_its_id()
    {
        await using var shop = await StartAsync(await SettingsAsync());
        _topic.Failures = 3;

        await PublishAsync(shop, 1, 2, 3);
        await Eventually.IsTrue(() => _topic.Numbers.Contains(3), "all are published");
        await EmptyAsync(shop);

        // Once the service took the message and its answer was lost.
        Assert.Equal([1, 1, 2, 3], _topic.Numbers);
        Assert.Equal(3, _topic.Published.Select(message => message.Id).Distinct().Count());
        Assert.Contains(shop.Log.Lines, line => line.Contains("topic paid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_process_left_behind_is_published_by_the_next()
    {
        var settings = await SettingsAsync();
        _topic.Failures = int.MaxValue - 1;
        await using (var gone = await StartAsync(settings))
        {
            await PublishAsync(gone, 1, 2);
        }

        _topic.Failures = 0;
        _topic.Published.Clear();
        await using var next = await StartAsync(settings);
        await Eventually.IsTrue(() => _topic.Published.Count == 2, "both are published");

        Assert.Equal([1, 2], _topic.Numbers);
    }

    [Fact]
    public async Task Several_processes_publish_each_message_once_and_in_the_order_of_its_context()
    {
        const int Each = 60;
        var settings = await SettingsAsync();
        await using var first = await StartAsync(settings);
        await using var second = await StartAsync(settings);
        await using var third = await StartAsync(settings);

        await Task.WhenAll(new[] { first, second, third }.Select((shop, index) => Task.Run(async () =>
        {
            for (var number = 0; number < Each; number++)
            {
                await PublishAsync(shop, (index * 1000) + number);
            }
        })));
        await Eventually.IsTrue(() => _topic.Numbers.Distinct().Count() == 3 * Each, "all are published");

        Assert.Equal(3 * Each, _topic.Published.Count);
        Assert.All(_topic.Numbers.GroupBy(number => number / 1000), of => Assert.Equal(of.Order(), of));
    }

    [Fact]
    public async Task Where_the_host_freezes_the_process_between_requests_a_message_is_published_when_the_commit_returns()
    {
        await using var shop = await StartAsync(await SettingsAsync(), builder => builder.Services.AddSingleton<TriggeringHost>());

        await PublishAsync(shop, 1);
        Assert.Equal([1], _topic.Numbers);
        await InContextAsync(shop, async (context, topic) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Publish(topic, 2);
            await context.SaveChangesAsync();
            Assert.Equal([1], _topic.Numbers);
            await transaction.CommitAsync();
            Assert.Equal([1, 2], _topic.Numbers);
        });
    }

    [Fact]
    public async Task Where_the_host_freezes_the_process_what_could_not_be_published_goes_after_the_next_request_and_a_clean_outbox_is_left_alone()
    {
        await using var shop = await StartAsync(await SettingsAsync(), builder => builder.Services.AddSingleton<TriggeringHost>());
        _topic.Failures = 1;
        await PublishAsync(shop, 1);
        Assert.Empty(_topic.Published);
        await EndInvocationAsync(shop);
        Assert.Equal([1], _topic.Numbers);

        // Synchronous code does not wait for a topic, and says so to the sweep.
        await InContextAsync(shop, (context, topic) =>
        {
            context.Publish(topic, 2);
            context.SaveChanges();
            return Task.CompletedTask;
        });
        Assert.Equal([1], _topic.Numbers);
        await EndInvocationAsync(shop);
        await EndInvocationAsync(shop);
        Assert.Equal([1, 2], _topic.Numbers);
    }

    [Fact]
    public async Task Where_the_host_freezes_the_process_what_another_left_is_looked_for_after_the_first_request_and_then_once_a_minute()
    {
        var settings = await SettingsAsync();
        var clock = new AdvancedClock();
        void Frozen(IHostApplicationBuilder builder) => builder.Services.AddSingleton<TriggeringHost>().AddSingleton<TimeProvider>(clock);
        _topic.Failures = int.MaxValue - 1;
        await using var other = await StartAsync(settings, Frozen);
        await PublishAsync(other, 1);
        _topic.Failures = 0;
        _topic.Published.Clear();

        await using var shop = await StartAsync(settings, Frozen);
        Assert.Empty(_topic.Published);
        await EndInvocationAsync(shop);
        Assert.Equal([1], _topic.Numbers);

        _topic.Failures = 1;
        await PublishAsync(other, 2);
        await EndInvocationAsync(shop);
        Assert.Equal([1], _topic.Numbers);
        clock.Advance(TimeSpan.FromMinutes(1));
        await EndInvocationAsync(shop);
        Assert.Equal([1, 2], _topic.Numbers);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_before_anything_is_saved()
    {
        await using var shop = await StartAsync(await SettingsAsync());

        await InContextAsync(shop, (context, _) =>
        {
            Assert.Throws<PayloadTooLargeException>(() => context.Publish(shop.Keyed<ITopic<string>>("told"), new string('x', 300_000)));
            Assert.Empty(context.ChangeTracker.Entries());
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_message_is_handled_once_however_often_and_at_once_it_comes()
    {
        await using var shop = await StartAsync(await SettingsAsync());
        await Assert.ThrowsAsync<FormatException>(() => HandleAsync(shop, Message, fails: true));
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await HandleAsync(shop, Message);
            }
            catch (DbUpdateException)
            {
                return false;
            }
        })));

        Assert.Single(results, handled => handled);
        Assert.False(await HandleAsync(shop, Message));
        Assert.True(await HandleAsync(shop, Message with { Handler = "Other.Handle" }));
        Assert.Equal(2, await InContextAsync(shop, context => context.Orders.CountAsync()));
        await Eventually.IsTrue(() => _topic.Published.Count == 2, "what was published with it arrives");
        Assert.Equal(0, await InContextAsync(shop, context => context.ForgetHandledAsync(TimeSpan.FromMinutes(1)).AsTask()));
        Assert.Equal(2, await InContextAsync(shop, context => context.ForgetHandledAsync(TimeSpan.FromMinutes(-1)).AsTask()));
    }

    [Fact]
    public async Task Notes_of_messages_that_were_done_long_ago_are_deleted_when_a_process_starts()
    {
        var settings = new Dictionary<string, string?>(await SettingsAsync()) { [InboxRetention.DaysKey] = "30" };
        await using (var before = await StartAsync(settings))
        {
            await InContextAsync(before, async context =>
            {
                context.AddRange(Enumerable.Range(0, 2500).Select(number => NoteOf($"old{number}", TimeSpan.FromDays(31))));
                context.Add(NoteOf("new", TimeSpan.FromDays(29)));
                return await context.SaveChangesAsync();
            });
        }

        await using var shop = await StartAsync(settings);
        await Eventually.IsTrueAsync(async () => await NotesAsync(shop) == 1, "the old ones are deleted");

        Assert.False(await HandleAsync(shop, Message with { MessageId = "new" }));
    }

    [Fact]
    public async Task Where_the_host_freezes_the_process_old_notes_are_deleted_after_the_first_request_and_then_once_a_day()
    {
        var clock = new AdvancedClock();
        await using var shop = await StartAsync(
            await SettingsAsync(), builder => builder.Services.AddSingleton<TriggeringHost>().AddSingleton<TimeProvider>(clock));
        await AddNoteAsync(shop, "first");
        Assert.Equal(1, await NotesAsync(shop));
        await EndInvocationAsync(shop);
        Assert.Equal(0, await NotesAsync(shop));

        await AddNoteAsync(shop, "second");
        await EndInvocationAsync(shop);
        Assert.Equal(1, await NotesAsync(shop));
        clock.Advance(TimeSpan.FromDays(1));
        await EndInvocationAsync(shop);
        Assert.Equal(0, await NotesAsync(shop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_of_a_message_is_kept_whose_connection_went_in_the_middle(bool saves)
    {
        await using var shop = await StartAsync(await SettingsAsync());
        var message = new MessageContext("m1", "paid", 1) { Handler = "Shop.Handle" };

        await Assert.ThrowsAsync<DbUpdateException>(() => InContextAsync(shop, context => context.HandleOnceAsync(message, async cancel =>
        {
            await context.Database.GetDbConnection().CloseAsync();
            context.Orders.Add(new Order { Item = "tea" });
            await (saves ? context.SaveChangesAsync(cancel) : Task.CompletedTask);
        }).AsTask()));

        Assert.Equal(0, await InContextAsync(shop, context => context.Orders.CountAsync()));
        Assert.True(await HandleAsync(shop, message));
        Assert.Equal(1, await InContextAsync(shop, context => context.Orders.CountAsync()));
    }

    /// <summary>The settings of an empty database.</summary>
    protected abstract Task<Dictionary<string, string?>> DatabaseAsync();

    private static InboxMessage NoteOf(string id, TimeSpan age) =>
        new() { Handler = "paid/Shop.Handle", MessageId = id, At = (DateTimeOffset.UtcNow - age).ToUnixTimeMilliseconds() };

    private static Task AddNoteAsync(TestApplication shop, string id) => InContextAsync(shop, context =>
    {
        context.Add(NoteOf(id, TimeSpan.FromDays(61)));
        return context.SaveChangesAsync();
    });

    private static Task<int> NotesAsync(TestApplication shop) => InContextAsync(shop, context => context.Set<InboxMessage>().CountAsync());

    private static string? StateOf(int number) => number % 3 == 0 ? null : $"state {number % 3}";

    private static string KeyOf(int number) => $"order {number % 7}";

    private static Task<bool> HandleAsync(TestApplication shop, MessageContext message, bool fails = false) => InContextAsync(shop, context =>
        context.HandleOnceAsync(message, async cancel =>
        {
            context.Orders.Add(new Order { Item = message.Handler });
            context.Publish(shop.Keyed<ITopic<int>>("paid"), 1);
            await context.SaveChangesAsync(cancel);
            if (fails)
            {
                throw new FormatException("no");
            }
        }).AsTask());

    private static async Task<T> InContextAsync<T>(TestApplication shop, Func<ShopContext, Task<T>> work)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ShopContext>());
    }

    private static Task PublishAsync(TestApplication shop, params int[] numbers) => InContextAsync(shop, async (context, topic) =>
    {
        foreach (var number in numbers)
        {
            context.Publish(topic, number);
        }

        await context.SaveChangesAsync();
    });

    private static async Task InContextAsync(TestApplication shop, Func<ShopContext, ITopic<int>, Task> work)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ShopContext>(), shop.Keyed<ITopic<int>>("paid"));
    }

    private static async Task EndInvocationAsync(TestApplication shop)
    {
        foreach (var work in shop.Services.GetServices<IAfterInvocation>())
        {
            await work.RunAsync(CancellationToken.None);
        }
    }

    private static Task EmptyAsync(TestApplication shop) => Eventually.IsTrueAsync(
        async () =>
        {
            await using var scope = shop.Services.CreateAsyncScope();
            return !await scope.ServiceProvider.GetRequiredService<ShopContext>().Set<OutboxMessage>().AnyAsync();
        },
        "the outbox is empty");

    private async Task<Dictionary<string, string?>> SettingsAsync() => new(await DatabaseAsync()) { ["Klotho:PubSub:paid"] = "recording://" };

    private Task<TestApplication> StartAsync(Dictionary<string, string?> settings, Action<IHostApplicationBuilder>? configure = null) =>
        TestApplication.StartAsync(
            [new OrmDeclaration<ShopContext>("shop"), new TopicDeclaration<int>("paid") { OrderedBy = KeyOf, FilteredBy = StateOf }, new TopicDeclaration<string>("told")], settings, builder =>
            {
                builder.Services.AddSingleton<IDriverProvider<ITopicDriver>>(_topic);
                builder.AddKlothoDbContext<ShopContext>("shop");
                configure?.Invoke(builder);
            });

    private sealed class AdvancedClock : TimeProvider
    {
        private long _ahead;

        public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _ahead);

        public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, (long)(by.TotalSeconds * TimestampFrequency));
    }
}
