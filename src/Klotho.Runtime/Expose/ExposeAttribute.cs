namespace Klotho;

/// <summary>Exposes the application's routes and static units to the internet through the gateway <paramref name="id"/>.</summary>
/// <param name="id">Lower-case letters, digits and hyphens, at most 40 characters, beginning with a letter.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ExposeAttribute(string id) : Attribute
{
    /// <summary>The gateway's id.</summary>
    public string Id { get; } = id;
}
