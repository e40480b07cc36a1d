namespace Klotho.Wiring;

/// <summary>A secret.</summary>
/// <param name="id">Its id.</param>
public sealed class SecretDeclaration(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
    }
}
