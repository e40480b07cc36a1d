namespace Klotho.Wiring;

/// <summary>A key-value store.</summary>
/// <param name="id">Its id.</param>
public sealed class KeyValueDeclaration<T>(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
    }
}
