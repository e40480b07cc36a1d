namespace Klotho.Wiring;

/// <summary>A cache.</summary>
/// <param name="id">Its id.</param>
public sealed class CacheDeclaration(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
    }
}
