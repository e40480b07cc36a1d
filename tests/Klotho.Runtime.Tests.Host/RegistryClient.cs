using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Host;

/// <summary>What the source generator would write.</summary>
internal sealed class RegistryClient(IUnitCaller caller) : IRegistry
{
    private const string Name = "Klotho.Runtime.Tests.Host.IRegistry.";

    public static IReadOnlyList<UnitMethod<IRegistry>> Methods { get; } =
    [
        new("LookUpAsync", static async (target, call, cancel) => call.Result<string>(await target.LookUpAsync(call.Argument<int>("number"), cancel)), Contract(), IsRepeatable: true),
        new("StampAsync", static async (target, call, cancel) => call.Result<string>(await target.StampAsync(call.Argument<int>("number"), cancel)), Contract()),
        new("EnterAsync", static async (target, call, cancel) => call.Result<string>(await target.EnterAsync(call.Argument<int>("number"), cancel)), Contract()),
    ];

    public Task<string> LookUpAsync(int number, CancellationToken cancel = default) => caller.Call("registry", Name + "LookUpAsync").Argument("number", number).SendAsync<string>(cancel);

    public Task<string> StampAsync(int number, CancellationToken cancel = default) => caller.Call("registry", Name + "StampAsync").Argument("number", number).SendAsync<string>(cancel);

    public Task<string> EnterAsync(int number, CancellationToken cancel = default) => caller.Call("registry", Name + "EnterAsync").Argument("number", number).SendAsync<string>(cancel);

    private static UnitContract Contract() => new UnitContract().Argument<int>("number").Result<string>();
}
