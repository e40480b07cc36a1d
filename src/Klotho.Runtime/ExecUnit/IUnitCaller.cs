namespace Klotho.Wiring;

/// <summary>Calls methods of other units. Generated clients are written on it; application code has no need of it.</summary>
public interface IUnitCaller
{
    /// <summary>Begins a call.</summary>
    /// <param name="unit">The id of the unit to call.</param>
    /// <param name="method">The full name of the interface, a dot and the method's name.</param>
    UnitCall Call(string unit, string method);
}
