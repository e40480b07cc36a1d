namespace Klotho.Wiring;

/// <summary>A blob store.</summary>
/// <param name="id">Its id.</param>
public sealed class BlobDeclaration(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
    }
}
