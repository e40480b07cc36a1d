namespace Klotho.Wiring;

/// <summary>Proves to the platform that hosts a unit who calls it, where the platform asks for more than the units' token.</summary>
public interface IUnitCallSigner
{
    /// <summary>Whether calls to this address are signed by this signer.</summary>
    bool Signs(Uri address);

    /// <summary>Adds headers to the request, which is sent as it is afterwards. Called again for a request that is sent again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="cancel">Ends a look-up of credentials.</param>
    ValueTask SignAsync(HttpRequestMessage request, ReadOnlyMemory<byte> body, CancellationToken cancel);
}
