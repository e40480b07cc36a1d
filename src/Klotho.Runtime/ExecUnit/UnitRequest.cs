namespace Klotho.Wiring;

/// <summary>A request that calls another unit.</summary>
/// <param name="Message">What is sent.</param>
/// <param name="Key">The units' token when it was signed; null where there was none.</param>
/// <param name="Contract">The digest of the method's contract; null where none is known.</param>
internal sealed record UnitRequest(HttpRequestMessage Message, byte[]? Key, string? Contract) : IDisposable
{
    public void Dispose() => Message.Dispose();
}
