namespace Klotho.Wiring;

/// <summary>A method of a unit's interface, as the calls endpoint invokes it.</summary>
/// <param name="Name">The method's name, without its interface.</param>
/// <param name="Invoke">
/// Reads the arguments from the call, awaits the method and gives its result, if it has one, to
/// <see cref="IncomingCall.Result{T}"/>.
/// </param>
public sealed record UnitMethod<TInterface>(string Name, Func<TInterface, IncomingCall, CancellationToken, ValueTask> Invoke)
    where TInterface : class;
