namespace Klotho.Wiring;

/// <summary>
/// On a parameter of a method of this runtime that takes a resource: the members of the resource that the method calls. The analysis
/// does not see into the runtime; without this it would take the resource for lost, and grant all operations on it.
/// </summary>
/// <param name="members">The members' names.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OperationsAttribute(params string[] members) : Attribute
{
    /// <summary>The members' names.</summary>
    public IReadOnlyList<string> Members { get; } = members;
}
