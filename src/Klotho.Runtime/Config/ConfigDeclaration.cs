namespace Klotho.Wiring;

/// <summary>A configuration value.</summary>
/// <param name="id">The value's id.</param>
/// <param name="secret">Whether the value is kept in a secret store when deployed.</param>
public sealed class ConfigDeclaration<T>(string id, bool secret = false) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <summary>Whether the value is kept in a secret store when deployed.</summary>
    public bool Secret { get; } = secret;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
    }
}
