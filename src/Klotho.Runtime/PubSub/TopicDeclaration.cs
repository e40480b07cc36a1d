namespace Klotho.Wiring;

/// <summary>A topic.</summary>
/// <param name="id">The topic's id.</param>
public sealed class TopicDeclaration<T>(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
    }
}
