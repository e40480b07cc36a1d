namespace Klotho;

/// <summary>
/// Puts a class into an execution unit: its message handlers, schedules, controller routes, the interface methods that
/// other units call, and whatever they reach, run in the unit <paramref name="id"/>. Code in no unit runs in
/// <c>main</c>, the application's own entry point.
/// </summary>
/// <param name="id">Lower-case letters, digits and hyphens, at most 40 characters, beginning with a letter.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExecUnitAttribute(string id) : Attribute
{
    /// <summary>The unit's id.</summary>
    public string Id { get; } = id;
}
