namespace Klotho.Wiring;

/// <summary>The gateway that exposes the application. In a process the server itself is the gateway: there is nothing to add.</summary>
/// <param name="id">The gateway's id.</param>
public sealed class GatewayDeclaration(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
    }
}
