using Klotho.Analysis;
using Klotho.Analysis.Fixes;
using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Klotho.Compiler.Tests.Ide;

/// <summary>What an editor offers at the bulb: the code that it leaves compiles, breaks the rule no more, and is as it was everywhere else.</summary>
public sealed class KlothoCodeFixTests
{
    private const string Shop =
        """
        using Klotho;

        namespace Shop;

        public sealed record Paid(string Order);

        public interface IBilling
        {
            Task BillAsync(string order, int count = 1, CancellationToken cancel = default);
        }

        [ExecUnit("billing")]
        public sealed class Billing([Persist("bills")] IBlobStore bills, [Persist("lines")] IKeyValueStore<Paid> lines, [PubSub("paid")] ITopic<Paid> paid) : IBilling
        {
            public async Task BillAsync(string order, int count = 1, CancellationToken cancel = default)
            {
                await bills.DeleteAsync(order, cancel);
                await lines.PutAsync(order, new(order), cancel: cancel);
                await paid.PublishAsync(new(order), cancel);
            }

            [PubSub("paid")]
            public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;
        }

        [ExecUnit("desk")]
        public sealed class Desk(IBilling billing)
        {
            [PubSub("paid")]
            public async Task Hear(Paid message, CancellationToken cancel)
            {
                await billing.BillAsync(message.Order, cancel: cancel);
            }
        }
        """;

    [Theory]
    [InlineData("KL1001", "[Persist(\"bills\")]", "[Persist(\"SlideBills_2\")]", "[Persist(\"slide-bills-2\")]", "Call it \"slide-bills-2\"")]
    [InlineData("KL1001", "[PubSub(\"paid\")] ITopic", "[PubSub(\"1. paid!\")] ITopic", "[PubSub(\"paid\")] ITopic", "Call it \"paid\"")]
    [InlineData("KL1009", "    public Task Handle(Paid message, CancellationToken cancel)", "    [Repeatable]\n    public Task Handle(Paid message, CancellationToken cancel)", "    public Task Handle(Paid message, CancellationToken cancel)", "Remove [Repeatable]")]
    [InlineData("KL1010", "public sealed class Desk(", "public abstract class Desk(", "public class Desk(", "Remove 'abstract'")]
    [InlineData("KL1020", "    public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "    private protected static void Handle(in Paid message) => Console.WriteLine(message);", "    public Task Handle(Paid message)\n    {\n        Console.WriteLine(message);\n        return Task.CompletedTask;\n    }", "Have 'Handle' belong to an instance, be public, return Task")]
    [InlineData("KL1020", "public async Task Hear(", "public async void Hear(", "public async Task Hear(", "Have 'Hear' return Task")]
    [InlineData("KL1020", "    public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "    Task Handle(Paid message) { return Task.CompletedTask; }", "    public Task Handle(Paid message) { return Task.CompletedTask; }", "Have 'Handle' be public")]
    [InlineData("KL1021", "public Task Handle(Paid message, CancellationToken cancel)", "public Task Handle(string message, CancellationToken cancel)", "public Task Handle(Paid message, CancellationToken cancel)", "Take 'Paid'")]
    [InlineData("KL1022", "[PubSub(\"paid\")]\n    public Task Handle", "[PubSub(\"payd\")]\n    public Task Handle", "[PubSub(\"paid\")]\n    public Task Handle", "Subscribe to \"paid\"")]
    [InlineData("KL1025", "    public async Task BillAsync(string order, int", "    [Idempotent]\n    public async Task BillAsync(string order, int", "    public async Task BillAsync(string order, int", "Remove [Idempotent]")]
    [InlineData("KL1025", "    public async Task BillAsync(string order, int", "    [Obsolete, Idempotent] public async Task BillAsync(string order, int", "    [Obsolete] public async Task BillAsync(string order, int", "Remove [Idempotent]")]
    [InlineData("KL1026", "    [PubSub(\"paid\")]\n    public Task Handle", "    [PubSub(\"paid\")]\n    [Idempotent(\"Ordr\")]\n    public Task Handle", "    [PubSub(\"paid\")]\n    [Idempotent(nameof(Paid.Order))]\n    public Task Handle", "Take 'Order'")]
    [InlineData("KL1027", "public sealed record Paid(string Order);", "public sealed record Paid(string Order) { [Sensitive] internal int Code { get; init; } }", "public sealed record Paid(string Order) { internal int Code { get; init; } }", "Remove [Sensitive]")]
    [InlineData("KL1028", "public sealed record Paid(string Order);", "[OrderedBy(\"Nothing\")] public sealed record Paid(string Order);", "[OrderedBy(nameof(Paid.Order))] public sealed record Paid(string Order);", "Take 'Order'")]
    [InlineData("KL1030", "    public async Task Hear(", "    [Schedule(\"nightly\", \"0 3 * * *\")]\n    public void Count()\n    {\n        if (billing is null)\n        {\n            return;\n        }\n\n        Console.WriteLine(billing);\n    }\n\n    public async Task Hear(", "    [Schedule(\"nightly\", \"0 3 * * *\")]\n    public Task Count()\n    {\n        if (billing is null)\n        {\n            return Task.CompletedTask;\n        }\n\n        Console.WriteLine(billing);\n        return Task.CompletedTask;\n    }\n\n    public async Task Hear(", "Have 'Count' return Task")]
    [InlineData("KL1031", "    public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "    public Task Handle(Paid message) => Task.CompletedTask;\n\n    [Schedule(\"nightly\", \"@Daily\")] public Task Count() => Task.CompletedTask;", "    public Task Handle(Paid message) => Task.CompletedTask;\n\n    [Schedule(\"nightly\", \"0 0 * * *\")] public Task Count() => Task.CompletedTask;", "Write \"0 0 * * *\"")]
    [InlineData("KL1031", "    public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "    public Task Handle(Paid message) => Task.CompletedTask;\n\n    [Schedule(\"nightly\", \"0 0 3 ? * MON-FRI *\")] public Task Count() => Task.CompletedTask;", "    public Task Handle(Paid message) => Task.CompletedTask;\n\n    [Schedule(\"nightly\", \"0 3 * * MON-FRI\")] public Task Count() => Task.CompletedTask;", "Write \"0 3 * * MON-FRI\"")]
    [InlineData("KL1074", "await paid.PublishAsync(new(order), cancel);", "paid.PublishAsync(new(order), cancel);", "await paid.PublishAsync(new(order), cancel);", "Await it")]
    [InlineData("KL1074", "await paid.PublishAsync(new(order), cancel);", "_ = paid.PublishAsync(new(order), cancel); // later", "await paid.PublishAsync(new(order), cancel); // later", "Await it")]
    [InlineData("KL1076", "await billing.BillAsync(message.Order, cancel: cancel);", "billing.BillAsync(message.Order, cancel: cancel).Wait();", "await billing.BillAsync(message.Order, cancel: cancel);", "Await it")]
    [InlineData("KL1076", "await billing.BillAsync(message.Order, cancel: cancel);", "billing.BillAsync(message.Order, cancel: cancel).GetAwaiter().GetResult();", "await billing.BillAsync(message.Order, cancel: cancel);", "Await it")]
    [InlineData("KL1076", "await bills.DeleteAsync(order, cancel);", "var size = bills.StatAsync(order, cancel).AsTask().Result?.Length;", "var size = (await bills.StatAsync(order, cancel).AsTask())?.Length;", "Await it")]
    [InlineData("KL1076", "await bills.DeleteAsync(order, cancel);", "Thread.Sleep(10);", "await Task.Delay(10);", "Await it")]
    [InlineData("KL1074", "public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "public Task Handle(Paid message, CancellationToken cancel) { bills.DeleteAsync(\"x\", cancel); return Task.CompletedTask; }", "public async Task Handle(Paid message, CancellationToken cancel) { await bills.DeleteAsync(\"x\", cancel); }", "Await it")]
    [InlineData("KL1076", "public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "public Task Handle(Paid message, CancellationToken cancel) { if (bills.DeleteAsync(\"x\", cancel).AsTask().Result) { return lines.GetAsync(\"x\", cancel: cancel).AsTask(); } return Task.CompletedTask; }", "public async Task Handle(Paid message, CancellationToken cancel) { if (await bills.DeleteAsync(\"x\", cancel).AsTask()) { await lines.GetAsync(\"x\", cancel: cancel).AsTask(); return; } }", "Await it")]
    [InlineData("KL1076", "await bills.DeleteAsync(order, cancel);", "Task.WaitAll(bills.DeleteAsync(order, cancel).AsTask());", "await Task.WhenAll(bills.DeleteAsync(order, cancel).AsTask());", "Await it")]
    [InlineData("KL1077", "await paid.PublishAsync(new(order), cancel);", "await paid.PublishAsync(new(order));", "await paid.PublishAsync(new(order), cancel);", "Pass 'cancel'")]
    [InlineData("KL1077", "await lines.PutAsync(order, new(order), cancel: cancel);", "await lines.PutAsync(order, new(order));", "await lines.PutAsync(order, new(order), cancel: cancel);", "Pass 'cancel'")]
    [InlineData("KL1077", "await billing.BillAsync(message.Order, cancel: cancel);", "await billing.BillAsync(message.Order);", "await billing.BillAsync(message.Order, cancel: cancel);", "Pass 'cancel'")]
    public async Task One_edit_mends_it(string rule, string code, string mistake, string mended, string title)
    {
        var at = Shop.IndexOf(code, StringComparison.Ordinal);
        var wrong = Shop[..at] + mistake + Shop[(at + code.Length)..];

        var offered = Assert.Single(await Open(wrong).OfferedAsync(rule));

        Assert.Equal(title, offered.Title);
        Assert.Equal(Shop[..at] + mended + Shop[(at + code.Length)..], await offered.After.TextAsync());
        await offered.After.IsMendedAsync(rule);
    }

    [Fact]
    public async Task A_type_in_the_same_file_is_made_visible()
    {
        var wrong = Shop.Replace("IKeyValueStore<Paid> lines", "IKeyValueStore<Billing.Line> lines", StringComparison.Ordinal)
            .Replace("new(order), cancel: cancel", "new(1), cancel: cancel", StringComparison.Ordinal)
            .Replace("    [PubSub(\"paid\")]\n    public Task Handle", "    private protected sealed record Line(int Count);\n\n    [PubSub(\"paid\")]\n    public Task Handle", StringComparison.Ordinal);

        var offered = Assert.Single(await Open(wrong).OfferedAsync("KL1006"));

        Assert.Equal("Make 'Line' internal", offered.Title);
        Assert.Equal(wrong.Replace("private protected sealed record Line", "internal sealed record Line", StringComparison.Ordinal), await offered.After.TextAsync());
    }

    /// <summary>What more than one edit would mend, or what would no more compile, is not offered half.</summary>
    [Theory]
    [InlineData("KL1001", "[Persist(\"bills\")]", "[Persist(\"123\")]")]
    [InlineData("KL1010", "public sealed class Desk(IBilling billing)\n{", "public abstract class Desk(IBilling billing)\n{\n    public abstract void Close();\n")]
    [InlineData("KL1020", "public Task Handle(Paid message,", "public Task Handle(Paid message, int more,")]
    [InlineData("KL1021", "public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "public Task Handle(string message, CancellationToken cancel) => bills.DeleteAsync(message.Trim(), cancel).AsTask();")]
    [InlineData("KL1022", "[PubSub(\"paid\")]\n    public Task Handle", "[PubSub(\"refunded\")]\n    public Task Handle")]
    [InlineData("KL1031", "    [PubSub(\"paid\")]\n    public Task Handle", "    [Schedule(\"nightly\", \"30 0 3 * * *\")] public Task Count() => Task.CompletedTask;\n    [PubSub(\"paid\")]\n    public Task Handle")]
    [InlineData("KL1074", "public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "public Task Handle(Paid message, CancellationToken cancel) { new List<int>().ForEach(each => { bills.DeleteAsync(\"x\", cancel); }); return Task.CompletedTask; }")]
    [InlineData("KL1076", "public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "public Task Handle(Paid message, CancellationToken cancel) { Drop(); return Task.CompletedTask; } private void Drop() => bills.DeleteAsync(\"x\").AsTask().Wait();")]
    public async Task Nothing_is_offered_where_one_edit_is_not_enough(string rule, string code, string mistake)
    {
        var open = Open(Shop.Replace(code, mistake, StringComparison.Ordinal));

        Assert.Contains(await open.DiagnosticsAsync(), found => found.Id == rule);
        Assert.Empty(await open.OfferedAsync(rule));
    }

    [Fact]
    public void Every_rule_has_a_fix_or_a_reason_why_not()
    {
        var (mended, without) = (CodeFixCatalogue.All.SelectMany(fix => fix.Rules).ToHashSet(), CodeFixCatalogue.Without.Select(each => each.Rule).ToList());

        Assert.Equal(without.OrderBy(rule => rule.Code.Value, StringComparer.Ordinal), without);
        Assert.Empty(mended.Intersect(without));
        Assert.Equal(AnalysisRules.All.Items, mended.Concat(without).OrderBy(rule => rule.Code.Value, StringComparer.Ordinal));
    }

    [Fact]
    public void Fixes_can_be_applied_to_all() => Assert.Same(WellKnownFixAllProviders.BatchFixer, new KlothoCodeFixProvider().GetFixAllProvider());

    private static CodeFixRun Open(string text) => CodeFixRun.Of(App.Unchecked([("Program.cs", "WebApplication.CreateBuilder(args).Build().Run();"), ("Shop.cs", text)]));
}
