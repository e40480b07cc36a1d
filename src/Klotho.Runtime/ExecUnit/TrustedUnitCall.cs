namespace Klotho.Wiring;

/// <summary>
/// A feature that a server gives to a request which it knows to come from another unit: the call needs no token. Nothing that a
/// request carries sets it.
/// </summary>
/// <param name="Caller">Who calls, as the platform that has authenticated the caller names it.</param>
public sealed record TrustedUnitCall(string Caller);
