using Klotho.Analysis.Collections;
using Klotho.Compiler.Tests.Harness;
using Klotho.Compiler.Tests.Planning;
using Klotho.Emit;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>An accepted rename leaves every resource's address in the deployment engine's state as it was.</summary>
public sealed class RenamedResources
{
    private const string Program = """
        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        var app = builder.Build();
        app.MapKlotho();
        app.MapPost("/", async ([Persist("orders")] IKeyValueStore<int> orders, [Persist("papers")] IBlobStore papers, [Persist("ledger")] ISecret ledger, [PubSub("paid")] ITopic<Paid> paid) =>
        {
            await orders.PutAsync("a", 1);
            await papers.ReadAsync("b");
            await ledger.ReadAsync();
            await paid.PublishAsync(new Paid(1));
        });
        app.Run();

        public sealed record Paid(int Amount);

        [ExecUnit("mailer")]
        public sealed class Mailer
        {
            [PubSub("paid")]
            public Task Handle(Paid paid) => Task.CompletedTask;
        }
        """;

    [Theory]
    [InlineData("kv", "orders", "sales")]
    [InlineData("kv", "orders", "order")]
    [InlineData("fs", "papers", "pages")]
    [InlineData("secret", "ledger", "book-key")]
    [InlineData("pubsub", "paid", "settled")]
    [InlineData("exec_unit", "mailer", "postman")]
    public void A_rename_moves_no_resource(string kind, string old, string now)
    {
        var before = Emit(Program, PlanLock.Empty);
        var renamed = Program.Replace($"\"{old}\"", $"\"{now}\"", StringComparison.Ordinal);
        var accepted = LockAcceptance.Of(before.Lock, [new($"rename:{kind}:{old}:{now}")], "meant");

        var after = Emit(renamed, accepted);

        Assert.Equal(Addresses(before.Result), Addresses(after.Result));
        Assert.Contains(after.Result.Output?.Files.Items ?? [], file => file.Text.Contains($"\"{old}\"", StringComparison.Ordinal));
    }

    private static (EmitResult Result, PlanLock Lock) Emit(string program, PlanLock before)
    {
        var graph = App.Analyze(program).Graph;
        var plan = Klotho.Planning.Planner.Run(new(graph, default, TestCatalogue.Shipped) { Lock = before }).Plan;
        Assert.NotNull(plan);
        var succession = LockSuccession.Run(new(before, LockPlaces.Nowhere, default), plan, TestCatalogue.Shipped);
        Assert.Empty(succession.Diagnostics.Items.Select(found => found.Message));
        var result = Emitter.Run(new(plan, succession.Lock, EquatableArray<Klotho.Planning.Configuration.EffectiveEntry>.Empty, new(new("App/App.csproj"), "App", "net10.0", "../.."), CapabilityCatalogue.All));
        return (result, succession.Lock);
    }

    /// <summary>The parts of URNs: the component's type and name as they are printed, and each resource's.</summary>
    private static IEnumerable<string> Addresses(EmitResult result) =>
    [
        .. (result.Output?.Files.Items ?? []).SelectMany(file => file.Text.Split('\n')).Where(line => line.TrimStart().StartsWith(": base(\"klotho:", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        .. (result.Resources?.Resources.Items ?? []).Select(resource => $"{resource.Type} {resource.Name}").Order(StringComparer.Ordinal),
    ];
}
