using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What the source generator would write.</summary>
internal sealed class ArithmeticClient(IUnitCaller caller) : IArithmetic
{
    private const string Name = "Klotho.Runtime.Tests.Contracts.IArithmetic.";

    public static UnitInterfaceDeclaration<IArithmetic, Arithmetic> Declaration { get; } = new("math", static caller => new ArithmeticClient(caller), Methods);

    public static IReadOnlyList<UnitMethod<IArithmetic>> Methods =>
    [
        new("DivideAsync",
            static async (target, call, cancel) => call.Result<int>(await target.DivideAsync(call.Argument<int>("a"), call.Argument<int>("b"), cancel)),
            new UnitContract().Argument<int>("a").Argument<int>("b").Result<int>(),
            IsRepeatable: true),
        new("DescribeAsync",
            static async (target, call, cancel) => call.Result<Figures?>(await target.DescribeAsync(call.Argument<Figures?>("figures"), cancel)),
            new UnitContract().Argument<Figures?>("figures").Result<Figures?>()),
        new("NoteAsync",
            static async (target, call, cancel) => await target.NoteAsync(call.Argument<string>("text"), cancel),
            new UnitContract().Argument<string>("text")),
        new("WaitAsync", static async (target, call, cancel) => await target.WaitAsync(cancel), new UnitContract()),
        new("DivideAllAsync",
            static async (target, call, cancel) =>
                await call.StreamAsync<int>(target.DivideAllAsync(call.Argument<int>("a"), call.Argument<IReadOnlyList<int>>("divisors"), cancel), cancel),
            new UnitContract().Argument<int>("a").Argument<IReadOnlyList<int>>("divisors").Item<int>()),
        new("RepeatAsync",
            static async (target, call, cancel) =>
                await call.StreamAsync<Figures?>(target.RepeatAsync(call.Argument<Figures?>("figures"), call.Argument<int>("times"), cancel), cancel),
            new UnitContract().Argument<Figures?>("figures").Argument<int>("times").Item<Figures?>()),
        new("WatchAsync",
            static async (target, call, cancel) => await call.StreamAsync<int>(target.WatchAsync(cancel), cancel),
            new UnitContract().Item<int>()),
    ];

    public Task<int> DivideAsync(int a, int b, CancellationToken cancel = default) =>
        caller.Call("math", Name + "DivideAsync").Argument("a", a).Argument("b", b).SendAsync<int>(cancel);

    public Task<Figures?> DescribeAsync(Figures? figures, CancellationToken cancel = default) =>
        caller.Call("math", Name + "DescribeAsync").Argument("figures", figures).SendAsync<Figures?>(cancel);

    public Task NoteAsync(string text, CancellationToken cancel = default) =>
        caller.Call("math", Name + "NoteAsync").Argument("text", text).SendAsync(cancel);

    public Task WaitAsync(CancellationToken cancel = default) => caller.Call("math", Name + "WaitAsync").SendAsync(cancel);

    public IAsyncEnumerable<int> DivideAllAsync(int a, IReadOnlyList<int> divisors, CancellationToken cancel = default) =>
        caller.Call("math", Name + "DivideAllAsync").Argument("a", a).Argument("divisors", divisors).StreamAsync<int>(cancel);

    public IAsyncEnumerable<Figures?> RepeatAsync(Figures? figures, int times, CancellationToken cancel = default) =>
        caller.Call("math", Name + "RepeatAsync").Argument("figures", figures).Argument("times", times).StreamAsync<Figures?>(cancel);

    public IAsyncEnumerable<int> WatchAsync(CancellationToken cancel = default) => caller.Call("math", Name + "WatchAsync").StreamAsync<int>(cancel);
}
