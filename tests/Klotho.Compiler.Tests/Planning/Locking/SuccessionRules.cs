using Klotho.Planning.Differences;

namespace Klotho.Compiler.Tests.Planning.Locking;

/// <summary>What a compile after a compile keeps, refuses and lets pass.</summary>
public sealed class SuccessionRules
{
    private static string Orders(string id) => Stores($"[Persist(\"{id}\")] IKeyValueStore<int> orders");

    private static string Stores(params string[] stores) => $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        var app = builder.Build();
        app.MapKlotho();
        {{string.Concat(stores.Select((store, index) => $"app.MapGet(\"/{index}\", ({store}) => \"\");\n"))}}
        app.Run();
        """;

    [Fact]
    public void The_same_code_gives_the_same_lock()
    {
        var app = new LockedApp().Compile(Orders("orders"));
        var first = app.LockText;

        Assert.Equal(first, app.Compile(Orders("orders")).LockText);
        Assert.True(app.Plan(Orders("orders")).Differences.IsEmpty);
    }

    [Fact]
    public void An_accepted_rename_keeps_the_name_and_back_again()
    {
        var app = new LockedApp().Compile(Orders("orders"));
        Assert.Equal(["KL2075"], Codes(app.Plan(Orders("sales"))));

        app.Accept("rename:kv:orders:sales").Compile(Orders("sales"));
        Assert.Equal(("sales", "orders"), Only(app));

        // Bound to what is deployed, not to the word: a third id, and the first one again, which now is another's name no more.
        app.Accept("rename:kv:sales:deals").Compile(Orders("deals"));
        Assert.Equal(("deals", "orders"), Only(app));
        app.Accept("rename:kv:deals:orders").Compile(Orders("orders"));
        Assert.Equal(("orders", "orders"), Only(app));
    }

    [Fact]
    public void A_new_store_never_gets_the_name_of_a_renamed_one()
    {
        var app = new LockedApp().Compile(Orders("orders")).Accept("rename:kv:orders:sales").Compile(Orders("sales"));

        app.Compile(Stores("[Persist(\"sales\")] IKeyValueStore<int> sales", "[Persist(\"orders\")] IKeyValueStore<int> orders"));

        Assert.Equal("orders", app.Lock.Find(new(new("kv"), "sales"))?.Name);
        Assert.Equal("orders-kv", app.Lock.Find(new(new("kv"), "orders"))?.Name);
    }

    [Fact]
    public void Nor_does_a_store_of_another_kind()
    {
        var app = new LockedApp().Compile(Orders("orders")).Accept("rename:kv:orders:sales").Compile(Orders("sales"));

        app.Compile(Stores("[Persist(\"sales\")] IKeyValueStore<int> sales", "[Persist(\"orders\")] IBlobStore files"));

        Assert.Equal("orders", app.Lock.Find(new(new("kv"), "sales"))?.Name);
        Assert.Equal("orders-fs", app.Lock.Find(new(new("fs"), "orders"))?.Name);
    }

    [Fact]
    public void An_acceptance_counts_once()
    {
        var app = new LockedApp().Compile(Orders("orders")).Accept("remove:kv:orders").Compile(Stores());
        Assert.True(Assert.Single(app.Lock.Accepted).Applied);

        app.Compile(Orders("orders"));

        Assert.Equal(["KL2074"], Codes(app.Plan(Stores())));
        app.Accept("remove:kv:orders", "again").Compile(Stores());
        Assert.Equal(2, app.Lock.Accepted.Count);
    }

    [Fact]
    public void An_acceptance_that_nothing_needs_is_told_and_goes()
    {
        var app = new LockedApp().Compile(Orders("orders")).Accept("remove:kv:orders");

        Assert.Equal(["KL2079"], Codes(app.Plan(Orders("orders"))));
        Assert.Empty(app.Compile(Orders("orders")).Lock.Accepted);
    }

    [Fact]
    public void What_seems_renamed_may_be_removed_instead()
    {
        var app = new LockedApp().Compile(Orders("orders"));

        Assert.Equal(["remove:kv:orders", "rename:kv:orders:sales"], app.Plan(Orders("sales")).Acceptable.Items.Select(change => change.Value));
        app.Accept("remove:kv:orders").Compile(Orders("sales"));

        Assert.Equal(("sales", "sales"), Only(app));
    }

    [Fact]
    public void Of_two_that_look_the_same_none_is_taken_for_the_other_but_by_acceptance()
    {
        var before = Stores("[Persist(\"a\")] IBlobStore a", "[Persist(\"b\")] IBlobStore b");
        var after = Stores("[Persist(\"c\")] IBlobStore c", "[Persist(\"d\")] IBlobStore d");
        var app = new LockedApp().Compile(before);
        Assert.Equal(["KL2074", "KL2074"], Codes(app.Plan(after)));

        app.Accept("rename:fs:a:d").Accept("rename:fs:b:c").Compile(after);

        Assert.Equal(["b", "a"], app.Lock.Nodes.Items.Where(node => node.Stateful).Select(node => node.Name));
    }

    [Fact]
    public void A_refusal_names_the_code_and_the_line_of_the_lock()
    {
        var app = new LockedApp().Compile(Orders("orders"));

        var refusal = Assert.Single(app.Plan(Orders("sales")).Diagnostics);

        Assert.Equal(["Program.cs", "klotho.lock.json"], refusal.Locations.Items.Select(location => location.Path.Value));
        Assert.Contains("\"kv:orders\"", app.LockText?.Split('\n')[refusal.Locations[1].Line - 1], StringComparison.Ordinal);
        Assert.Contains("klotho accept rename:kv:orders:sales --reason", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("remove:kv:orders", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_settled_with_a_store_are_not_changed_unasked()
    {
        const string Type = "persisted:\n  kv:\n    orders:\n      type: redis\n";
        var app = new LockedApp().Compile(Orders("orders"), Type);

        var asked = app.Plan(Orders("orders"), Type + "requirements:\n  compliance:\n    encryption: own_keys\n");

        Assert.Equal(["KL2076"], Codes(asked));
        Assert.Equal(["set:kv:orders:encryption"], asked.Acceptable.Items.Select(change => change.Value));
        Assert.Contains("from provider_keys to own_keys", Assert.Single(asked.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_are_accepted_as_they_are_and_not_as_they_become()
    {
        static string Slides(string member) => Stores("[Persist(\"slides\")] IKeyValueStore<Slide> slides") + $"public sealed record Slide({member});";
        var app = new LockedApp().Compile(Slides("int Number"));
        var first = Assert.Single(app.Plan(Slides("string Number")).Acceptable.Items);
        app.Accept(first.Value);
        Assert.Empty(Codes(app.Plan(Slides("string Number"))));

        var second = app.Plan(Slides("bool Number"));

        Assert.Equal(["KL2077", "KL2079"], Codes(second).Order());
        Assert.NotEqual(first, Assert.Single(second.Acceptable.Items));
    }

    [Fact]
    public void A_conflict_with_what_the_lock_holds_names_its_entry()
    {
        var app = new LockedApp().Compile(Orders("orders"));

        var found = app.Conflict(Orders("orders"), "requirements:\n  portability: kubernetes\n");

        var entry = Assert.Single(found.Locations.Items, location => location.Path.Value == "klotho.lock.json");
        Assert.Contains("\"kv:orders\"", app.LockText?.Split('\n')[entry.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_lock_nothing_is_refused_and_nothing_differs()
    {
        var first = new LockedApp().Plan(Orders("orders"));

        Assert.Empty(first.Diagnostics);
        Assert.Empty(first.Differences.Changes);
    }

    [Fact]
    public void Since_another_commit_an_applied_acceptance_counts()
    {
        var app = new LockedApp().Compile(Orders("orders"));
        var commit = app.Lock;
        app.Accept("rename:kv:orders:sales", "said so").Compile(Orders("sales"));
        var plan = LockedApp.PlanOf(Orders("sales"), "", app.Lock);

        var since = LockSuccession.Since(commit, app.Plan(Orders("sales")), plan);

        var rename = Assert.Single(since.Changes.Items, change => change.Kind == ChangeKind.Renamed);
        Assert.Equal(("said so", ChangeEffects.None), (rename.Acceptance?.Reason, rename.Effects));
        Assert.False(since.IsRefused);
    }

    private static IEnumerable<string> Codes(Succession succession) => succession.Diagnostics.Items.Select(found => found.Rule.Code.Value);

    private static (string Id, string Name) Only(LockedApp app)
    {
        var node = Assert.Single(app.Lock.Nodes.Items, node => node.Stateful);
        return (node.Id.Name, node.Name);
    }
}
