using Klotho.Analysis.Collections;
using Klotho.Planning;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;
using Xunit.Abstractions;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>With the lock file of the last plan, a change elsewhere never flips a choice; a change of its own can.</summary>
public sealed class HysteresisProperties(ITestOutputHelper output)
{
    private const int Applications = 300;

    private static readonly string[] Stateful = ["kv", "fs", "orm", "redis_node", "secret", "pubsub"];

    /// <summary>Code that has nothing to do with the rest, in every shape that shares something with it once it is hosted.</summary>
    private static readonly (string Graph, (string Path, string Value)[] Lines)[] Elsewhere =
    [
        ("exec_unit:other at Z.cs:1\nkv:other at Z.cs:2\nexec_unit:other Uses kv:other as Store.ReadAsync at Z.cs:3", []),
        ("exec_unit:other at Z.cs:1\nkv:other at Z.cs:2\nexec_unit:other Uses kv:other as Store.ReadAsync at Z.cs:3", [("execution_units.other.type", "fargate")]),
        ("exec_unit:other at Z.cs:1\norm:other at Z.cs:2\npubsub:other at Z.cs:4\nexec_unit:other Uses orm:other as Db.read at Z.cs:3\nexec_unit:other Publishes pubsub:other as T.PublishAsync at Z.cs:4", [("execution_units.other.type", "fargate")]),
        ("exec_unit:other at Z.cs:1\nredis_node:other at Z.cs:2\nexec_unit:other Uses redis_node:other as C.get at Z.cs:3", [("requirements.execution_units.other.cold_start", "none")]),
        ("exec_unit:other at Z.cs:1\nexec_unit:another at Z.cs:2\nexec_unit:other Calls exec_unit:another as I.Do at Z.cs:3", [("execution_units.other.type", "fargate"), ("execution_units.another.type", "fargate")]),
    ];

    [Fact]
    public void A_change_elsewhere_never_flips_a_locked_choice()
    {
        var random = new Random(20261122);
        var (compared, freely) = (0, 0);
        for (var round = 0; round < Applications; round++)
        {
            var (graph, lines) = App(random);
            var before = Plan(graph, lines, PlanLock.Empty);
            var locked = LockOf(before);
            foreach (var (more, said) in Elsewhere)
            {
                var after = Plan($"{graph}\n{more}", [.. lines, .. said], locked);
                var unlocked = Plan($"{graph}\n{more}", [.. lines, .. said], PlanLock.Empty);
                var back = Plan(graph, lines, LockOf(after));

                Assert.Equal(Choices(before), Choices(after, before));
                Assert.Equal(Choices(before), Choices(back));
                compared++;
                freely += Choices(unlocked, before).SequenceEqual(Choices(before)) ? 0 : 1;
            }
        }

        output.WriteLine($"{compared} changes elsewhere; {freely} of them would have flipped a choice without the lock");
        Assert.InRange(freely, 1, compared);
    }

    [Fact]
    public void More_traffic_of_its_own_moves_a_locked_unit_once_it_saves_enough()
    {
        const string Graph = "exec_unit:main at A.cs:1";
        var quiet = Plan(Graph, [("requirements.traffic.average", "1 rps")], PlanLock.Empty);
        var busy = Plan(Graph, [("requirements.traffic.average", "500 rps"), ("requirements.traffic.work", "5ms")], LockOf(quiet));

        Assert.Equal(["exec_unit:main lambda"], Choices(quiet));
        Assert.Equal(["exec_unit:main fargate"], Choices(busy));
    }

    [Fact]
    public void A_requirement_that_the_locked_type_breaks_moves_a_unit()
    {
        const string Graph = "exec_unit:main at A.cs:1";
        var first = Plan(Graph, [], PlanLock.Empty);
        var second = Plan(Graph, [("requirements.max_duration", "20min")], LockOf(first));

        Assert.Equal(["exec_unit:main lambda"], Choices(first));
        Assert.Equal(["exec_unit:main fargate"], Choices(second));
    }

    [Fact]
    public void What_holds_data_stays_until_a_directive_moves_it()
    {
        const string Graph = "exec_unit:main at A.cs:1\nsecret:key at A.cs:2\nexec_unit:main Uses secret:key as S.GetAsync at A.cs:3";
        PlanLock locked = new(new([new(new(new("secret"), "key"), new("ssm"), "shop-key", Stateful: true)]));

        Assert.Contains("secret:key ssm", Choices(Plan(Graph, [], locked)));
        Assert.Contains("secret:key secrets_manager", Choices(Plan(Graph, [("persisted.secret.key.type", "secrets_manager")], locked)));
    }

    private static (string Graph, (string Path, string Value)[] Lines) App(Random random)
    {
        string[] stores = [.. new[] { "kv:items", "orm:rows", "redis_node:warm", "secret:key" }.Where(_ => random.Next(2) == 0)];
        var graph = string.Join('\n', stores.SelectMany(store => new[] { $"{store} at A.cs:2", $"exec_unit:{(random.Next(2) == 0 ? "main" : "work")} Uses {store} as S.ReadAsync at A.cs:3" })
            .Concat(["exec_unit:main at A.cs:1", "exec_unit:work at A.cs:5"]));
        return (graph,
        [
            ("requirements.traffic.work", "5ms"),
            ("requirements.execution_units.main.traffic.average", $"{random.Next(1, 600)} rps"),
            ("requirements.execution_units.work.traffic.average", $"{random.Next(1, 600)} rps"),
        ]);
    }

    private static Plan Plan(string graph, (string Path, string Value)[] lines, PlanLock locked)
    {
        var result = Planner.Run(new(CaseGraph.Read(graph), new([YamlLines.Write(lines).File]), TestCatalogue.Shipped) { Lock = locked });
        Assert.True(result.Plan is not null, string.Join('\n', result.Diagnostics.Items.Select(found => found.Message)));
        return result.Plan;
    }

    private static PlanLock LockOf(Plan plan) => new(plan.Decisions.Items
        .Select(decision => new LockedNode(decision.Node, decision.Type, decision.Node.Name, Stateful.Contains(decision.Node.Kind.Name)))
        .ToEquatableArray());

    private static IEnumerable<string> Choices(Plan plan, Plan? only = null) => plan.Decisions.Items
        .Where(decision => only is null || only.For(decision.Node) is not null)
        .Select(decision => $"{decision.Node} {decision.Type}");
}
