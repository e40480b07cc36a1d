namespace Klotho.Wiring;

/// <summary>A method of another unit that this process may call.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Method">The full name of the interface, a dot and the method's name.</param>
/// <param name="Contract">What it takes and gives; null where nothing is compared.</param>
/// <param name="IsRepeatable">Whether it may run twice.</param>
internal sealed record CalledMethod(string Unit, string Method, UnitContract? Contract, bool IsRepeatable);
