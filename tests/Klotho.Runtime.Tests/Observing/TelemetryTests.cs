using System.Diagnostics;
using Klotho.Drivers;
using Klotho.Runtime.Tests.Contracts;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Observing;

/// <summary>What the runtime tells of its operations, to whom listens.</summary>
[Collection("Telemetry")]
public sealed class TelemetryTests
{
    private static readonly Declaration[] Declarations =
    [
        new KeyValueDeclaration<string>("heard-cards"),
        new BlobDeclaration("heard-files"),
        new TopicDeclaration<string>("heard-notes"),
        new UnitDeclaration<Reader>("reading"),
        new SubscriptionDeclaration<Reader, string>("heard-notes", "reading", "Reader.Handle", static (reader, note, _, cancel) => reader.HandleAsync(note, cancel)),
    ];

    [Fact]
    public async Task Operations_are_told_with_the_id_of_the_graph_and_without_what_they_carry()
    {
        using var heard = new Heard();
        await using var app = await StartAsync();
        await app.Keyed<IKeyValueStore<string>>("heard-cards").PutAsync("secret/1", "secret", WriteCondition.IfAbsent);
        await app.Keyed<IKeyValueStore<string>>("heard-cards").GetAsync("secret/1");
        await app.Keyed<IKeyValueStore<string>>("heard-cards").QueryAsync("secret/").CountAsync();
        await app.Keyed<IKeyValueStore<string>>("heard-cards").PutManyAsync([KeyValuePair.Create("secret/2", "secret")]);
        await app.Keyed<IKeyValueStore<string>>("heard-cards").GetManyAsync(["secret/2"], ReadConsistency.Eventual);
        await app.Keyed<IKeyValueStore<string>>("heard-cards").DeleteManyAsync(["secret/2"]);
        await app.Keyed<IBlobStore>("heard-files").WriteAsync("secret", Stream.Null);
        await app.Keyed<IBlobStore>("heard-files").ListAsync().CountAsync();
        var conflict = await Assert.ThrowsAsync<ConcurrencyException>(async () =>
            await app.Keyed<IKeyValueStore<string>>("heard-cards").PutAsync("secret/1", "secret", WriteCondition.IfAbsent));
        await app.Keyed<ITopic<string>>("heard-notes").PublishAsync("secret");
        await Eventually.IsTrue(() => Named(heard, "deliver pubsub:heard-notes").Any(), "the delivery is told");

        Assert.Equal(
            ["put kv:heard-cards", "get kv:heard-cards", "query kv:heard-cards", "put many kv:heard-cards", "get many kv:heard-cards", "delete many kv:heard-cards", "write fs:heard-files", "list fs:heard-files", "put kv:heard-cards"],
            heard.Activities.Where(activity => activity.Kind == ActivityKind.Client && activity.OperationName.Contains(":heard-", StringComparison.Ordinal) && !activity.OperationName.StartsWith("stat", StringComparison.Ordinal)).Select(activity => activity.OperationName));
        Assert.All(Named(heard, "get kv:heard-cards"), get => Assert.Equal(
            [new(KlothoTelemetry.NodeTag, "kv:heard-cards"), new(KlothoTelemetry.OperationTag, "get")], get.TagObjects));
        var failed = Named(heard, "put kv:heard-cards").Last();
        Assert.Equal((ActivityStatusCode.Error, conflict.GetType().FullName), (failed.Status, failed.GetTagItem(KlothoTelemetry.ErrorTag)));
        Assert.Contains(heard.Measured, one => one.Tags == "klotho.node=kv:heard-cards klotho.operation=put" && one.Seconds is > 0 and < 30);
        Assert.Contains(heard.Measured, one => one.Tags == "error.type=Klotho.ConcurrencyException klotho.node=kv:heard-cards klotho.operation=put");
        Assert.DoesNotContain(heard.Activities.SelectMany(activity => activity.TagObjects).Select(tag => $"{tag.Value}").Concat(heard.Measured.Select(one => one.Tags)),
            told => told.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delivery_is_told_with_its_message_and_its_failure_with_its_type()
    {
        using var heard = new Heard();
        await using var app = await StartAsync();

        await app.Keyed<ITopic<string>>("heard-notes").PublishAsync("fail");
        await Eventually.IsTrue(() => Named(heard, "deliver pubsub:heard-notes").Count() == 2, "both attempts are told");

        Assert.Equal(ActivityKind.Producer, Assert.Single(Named(heard, "publish pubsub:heard-notes")).Kind);
        var attempts = Named(heard, "deliver pubsub:heard-notes").ToList();
        Assert.Equal([1, 2], attempts.Select(attempt => attempt.GetTagItem("klotho.attempt")));
        Assert.All(attempts, attempt => Assert.Equal(("reading", "Reader.Handle", "System.FormatException", ActivityKind.Consumer), (
            attempt.GetTagItem("klotho.unit"), attempt.GetTagItem("klotho.handler"), attempt.GetTagItem(KlothoTelemetry.ErrorTag), attempt.Kind)));
        Assert.Single(attempts.Select(attempt => attempt.GetTagItem("messaging.message.id")).Distinct());
    }

    [Fact]
    public async Task A_delivery_of_a_batch_is_part_of_its_invocation_and_links_to_the_trace_of_its_message()
    {
        using var heard = new Heard();
        await using var app = await StartAsync();
        var handler = app.Services.GetRequiredService<SubscriptionHandler>();
        const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        using var invocation = new Activity("invocation").Start();
        await handler.HandleAsync(app.Services, new("1", 1, "\"batched\""u8.ToArray()) { Trace = TraceContext.Of(Parent, "a=b") }, default);
        await handler.HandleAsync(app.Services, new("2", 1, "\"batched\""u8.ToArray()) { Trace = TraceContext.Of("not a trace", null) }, default);

        var told = Named(heard, "deliver pubsub:heard-notes").ToList();
        Assert.All(told, one => Assert.Equal(invocation.SpanId, one.ParentSpanId));
        var link = Assert.Single(told[0].Links).Context;
        Assert.Equal((Parent, "a=b", true), ($"00-{link.TraceId}-{link.SpanId}-01", link.TraceState, link.IsRemote));
        Assert.Empty(told[1].Links);
    }

    [Fact]
    public async Task A_call_of_another_unit_is_one_trace_on_both_sides()
    {
        using var heard = new Heard();
        string? other = null;
        Declaration[] units = [new UnitInterfaceDeclaration<IArithmetic, Arithmetic>("math", static caller => new ArithmeticClient(caller), [
            new UnitMethod<IArithmetic>("DivideAsync", async (_, call, _) =>
            {
                await Task.Yield();
                other = Activity.Current?.TraceId.ToString();
                call.Result(2);
            })]), new UnitDeclaration<Arithmetic>("math")];
        await using var math = await TestApplication.StartAsync(
            units, new() { ["Klotho:Unit"] = "math", ["Klotho:UnitToken"] = "t" }, builder => builder.Services.AddSingleton(new ArithmeticTrace()));
        await using var main = await TestApplication.StartAsync(
            units, new() { ["Klotho:Unit"] = "main", ["Klotho:UnitToken"] = "t", ["Klotho:ExecUnit:math"] = math.Address.ToString() });

        Assert.Equal(2, await main.Services.GetRequiredService<IArithmetic>().DivideAsync(4, 2));

        var call = Assert.Single(Named(heard, "call exec_unit:math"));
        Assert.EndsWith("IArithmetic.DivideAsync", $"{call.GetTagItem("rpc.method")}", StringComparison.Ordinal);
        Assert.Equal(call.TraceId.ToString(), other);
    }

    [Fact]
    public async Task Nobody_who_listens_means_nothing_that_it_costs()
    {
        IKeyValueDriver driver = new MemoryKeyValueDriver();
        IKeyValueDriver observed = new ObservedKeyValueDriver(driver, new ObservedNode("kv:cards"));
        await driver.PutAsync("a", new byte[1], default, default);

        // Once ahead of it, so that nothing is made for the first time.
        _ = (AllocatedBy(driver), AllocatedBy(observed));

        Assert.Equal(AllocatedBy(driver), AllocatedBy(observed));
    }

    private static long AllocatedBy(IKeyValueDriver driver)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            _ = driver.GetAsync("a", default).IsCompletedSuccessfully;
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<Activity> Named(Heard heard, string name) => heard.Activities.Where(activity => activity.OperationName == name);

    private static Task<TestApplication> StartAsync() => TestApplication.StartAsync(Declarations, options: options =>
    {
        options.MaxAttempts = 2;
        options.RetryDelays = [TimeSpan.FromMilliseconds(5)];
    });

    /// <summary>A subscriber.</summary>
    internal sealed class Reader
    {
#pragma warning disable CA1822 // A handler belongs to an instance.
        public ValueTask HandleAsync(string note, CancellationToken cancel) =>
            note == "fail" ? throw new FormatException("not a note") : ValueTask.CompletedTask;
#pragma warning restore CA1822
    }
}
