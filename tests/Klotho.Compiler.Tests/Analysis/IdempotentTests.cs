using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary><c>[Idempotent]</c>: what a unit is granted for it, and what is wrong with its uses.</summary>
public sealed class IdempotentTests
{
    [Theory]
    [InlineData("[Idempotent]", "kv:mail-inbox")]
    [InlineData("[Idempotent(nameof(Paid.Order))]", "kv:mail-inbox")]
    [InlineData("[Idempotent(key: \"Number\", Store = \"done\")]", "kv:done")]
    public void The_unit_may_do_to_the_inbox_what_handling_once_does_and_no_more(string attribute, string store)
    {
        var declared = Analyze($"{attribute} [PubSub(\"paid\")] public Task Handle(Paid paid, MessageContext context) => Task.CompletedTask;");
        var written = Analyze("[PubSub(\"paid\")] public async Task Handle(Paid paid, MessageContext context) => await inbox.HandleOnceAsync(context, _ => default);");

        Assert.Empty(declared.Diagnostics);
        Assert.Equal(Operations(written, "kv:inbox"), Operations(declared, store));
        Assert.NotEmpty(Operations(declared, store));
        var node = declared.Graph.Nodes.Items.Single(each => each.Id.ToString() == store);
        Assert.Equal("HandledMessage", Assert.Single(node.Payloads.Items).Type);
        Assert.Contains(node.Properties, property => property.ToString().Contains("Klotho.HandledMessage", StringComparison.Ordinal));
    }

    [Fact]
    public void A_schedule_forgets_in_the_same_store()
    {
        var result = Analyze("""
            [Idempotent, PubSub("paid")] public Task Handle(Paid paid) => Task.CompletedTask;
            [Schedule("forget", "0 3 * * *")] public async Task Forget() => await own.ForgetAsync(TimeSpan.FromDays(30));
            """);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["DeleteAsync", "GetAsync", "PutExpiringAsync", "ScanAsync"], Operations(result, "kv:mail-inbox"));
    }

    [Theory]
    [InlineData("[⟦KL1025:Idempotent⟧] public Task Handle(Paid paid) => Task.CompletedTask;")]
    [InlineData("[Idempotent(⟦KL1026:\"order\"⟧), PubSub(\"paid\")] public Task Handle(Paid paid) => Task.CompletedTask;")]
    [InlineData("[Idempotent(⟦KL1026:nameof(Paid.Amount)⟧), PubSub(\"paid\")] public Task Handle(Paid paid) => Task.CompletedTask;")]
    [InlineData("[Idempotent(⟦KL1026:nameof(Paid.Shop)⟧), PubSub(\"paid\")] public Task Handle(Paid paid) => Task.CompletedTask;")]
    [InlineData("[Idempotent(⟦KL1026:\"hidden\"⟧), PubSub(\"paid\")] public Task Handle(Paid paid) => Task.CompletedTask;")]
    [InlineData("[Idempotent(Store = ⟦KL1001:\"Done\"⟧), PubSub(\"paid\")] public Task Handle(Paid paid) => Task.CompletedTask;")]
    [InlineData("[⟦KL1002:Idempotent(Store = \"files\")⟧, PubSub(\"paid\")] public Task Handle(Paid paid) => Task.CompletedTask;")]
    [InlineData("[⟦KL1004:Idempotent(Store = \"numbers\")⟧, PubSub(\"paid\")] public Task Handle(Paid paid) => Task.CompletedTask;")]
    public void A_wrong_use_is_shown_where_it_is_written(string handler) => Squiggle.Check(Source(handler));

    [Fact]
    public void A_misspelt_key_suggests_the_one_that_was_meant()
    {
        var result = Analyze("[Idempotent(\"Ordr\"), PubSub(\"paid\")] public Task Handle(Paid paid) => Task.CompletedTask;");

        Assert.Contains("Did you mean nameof(Paid.Order)?", Assert.Single(result.Diagnostics.Items).Message);
    }

    private static AnalysisResult Analyze(string handler) => App.Analyze(Source(handler));

    private static string Source(string handler) => $$"""
        [ExecUnit("mail")]
        class Mail(
            [Persist("inbox")] IKeyValueStore<HandledMessage> inbox, [Persist("mail-inbox")] IKeyValueStore<HandledMessage> own,
            [Persist("files")] IBlobStore files, [Persist("numbers")] IKeyValueStore<int> numbers, [PubSub("paid")] ITopic<Paid> topic)
        {
            object[] All => [inbox, own, files, numbers, topic];
            {{handler}}
        }
        record Paid(string Order, decimal Amount) { public int Number; public static string Shop => ""; private string hidden => ""; }
        """;

    private static string[] Operations(AnalysisResult result, string store) =>
    [
        .. result.Graph.Edges.Items.Where(edge => edge.From.ToString() == "exec_unit:mail" && edge.To.ToString() == store)
            .SelectMany(edge => edge.Operations.Items).Select(operation => operation.Name[(operation.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal),
    ];
}
