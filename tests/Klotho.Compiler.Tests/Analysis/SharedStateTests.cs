using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Static state that one unit changes and another one uses is a mistake; what each process can make for itself is none.</summary>
public sealed class SharedStateTests
{
    [Theory]
    [InlineData("static int Count;", "⟦KL1019:State.Count⟧ = 1;", "_ = State.Count;")]
    [InlineData("static int Count;", "⟦KL1019:State.Count⟧++;", "_ = State.Count;")]
    [InlineData("static int Count;", "⟦KL1019:State.Count⟧ += 2;", "State.Count++;")]
    [InlineData("static int Count { get; set; }", "⟦KL1019:State.Count⟧ = 1;", "_ = State.Count;")]
    [InlineData("static int Count;", "Interlocked.Increment(ref ⟦KL1019:State.Count⟧);", "_ = State.Count;")]
    [InlineData("static readonly List<int> All = [];", "⟦KL1019:State.All⟧.Add(1);", "_ = State.All.Count;")]
    [InlineData("static readonly Dictionary<string, int> All = [];", "⟦KL1019:State.All⟧[\"a\"] = 1;", "_ = State.All.Count;")]
    [InlineData("static readonly System.Collections.Concurrent.ConcurrentQueue<int> All = [];", "⟦KL1019:State.All⟧.Enqueue(1);", "State.All.TryDequeue(out _);")]
    [InlineData("static readonly int[] All = new int[3];", "⟦KL1019:State.All⟧[0] = 1;", "_ = State.All[0];")]
    [InlineData("static int A, B;", "(⟦KL1019:State.A⟧, _) = (1, 2);", "_ = State.A;")]
    [InlineData("static int Count;", "_ = State.Count;", "⟦KL1019:State.Count⟧ = 1;")]
    public void State_of_two_units_is_shown_where_it_is_changed(string state, string inBilling, string inDesk) => Squiggle.Check(App(state, inBilling, inDesk));

    [Theory]
    [InlineData("static int Count;", "_ = State.Count;", "_ = State.Count;")]
    [InlineData("static int Count;", "State.Count = 1;", "")]
    [InlineData("const int Count = 1;", "_ = State.Count;", "_ = State.Count;")]
    [InlineData("[ThreadStatic] static int Count;", "State.Count = 1;", "State.Count = 1;")]
    [InlineData("static string? Name;", "_ = State.Name ??= \"a\";", "_ = State.Name ??= \"a\";")]
    [InlineData("static string? Name;", "Interlocked.CompareExchange(ref State.Name, \"a\", null);", "_ = State.Name;")]
    [InlineData("static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> All = [];", "State.All.GetOrAdd(\"a\", 1);", "State.All.GetOrAdd(\"a\", 1);")]
    [InlineData("static int Count => 1;", "_ = State.Count;", "_ = State.Count;")]
    [InlineData("static int Start; static State() => Start = 1;", "_ = State.Start;", "_ = State.Start;")]
    public void State_that_every_process_can_have_for_itself_is_none(string state, string inBilling, string inDesk) => Squiggle.Check(App(state, inBilling, inDesk));

    [Fact]
    public void What_is_set_while_the_application_starts_is_in_every_process() =>
        Squiggle.Check(App("static int Count;", "_ = State.Count;", "_ = State.Count;").Replace("app.Run();", "State.Count = 1; app.Run();", StringComparison.Ordinal));

    private static string App(string state, string inBilling, string inDesk) => $$"""
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", (IBilling billing, IDesk desk) => Task.WhenAll(billing.RunAsync(), desk.RunAsync()));
        app.Run();
        static class State { {{state.Replace("static ", "public static ", StringComparison.Ordinal).Replace("public static State", "static State", StringComparison.Ordinal).Replace("const", "public const", StringComparison.Ordinal)}} }
        public interface IBilling { Task RunAsync(); }
        public interface IDesk { Task RunAsync(); }
        [ExecUnit("billing")] class Billing : IBilling { public Task RunAsync() { {{inBilling}} return Task.CompletedTask; } }
        [ExecUnit("desk")] class Desk : IDesk { public Task RunAsync() { {{inDesk}} return Task.CompletedTask; } }
        """;
}
