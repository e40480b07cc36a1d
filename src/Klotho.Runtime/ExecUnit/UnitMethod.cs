namespace Klotho.Wiring;

/// <summary>A method of a unit's interface, as it is called and as the calls endpoint invokes it.</summary>
/// <param name="Name">The method's name, without its interface.</param>
/// <param name="Invoke">
/// Reads the arguments from the call, awaits the method and gives its result, if it has one, to
/// <see cref="IncomingCall.Result{T}"/>.
/// </param>
/// <param name="Contract">What it takes and gives; null where nothing is compared.</param>
/// <param name="IsRepeatable">Whether it may run twice (<see cref="RepeatableAttribute"/>).</param>
public sealed record UnitMethod<TInterface>(
    string Name, Func<TInterface, IncomingCall, CancellationToken, ValueTask> Invoke, UnitContract? Contract = null, bool IsRepeatable = false)
    where TInterface : class;
