namespace Klotho.Aws;

/// <summary>What Lambda's API answered.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Headers">Its headers, by names without regard to case.</param>
/// <param name="Content">Its body.</param>
internal sealed record RuntimeResponse(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Content)
{
    /// <exception cref="HttpRequestException">The API refused.</exception>
    public RuntimeResponse OrRefused() =>
        Status is >= 200 and < 300 ? this : throw new HttpRequestException($"Lambda's runtime API answered with the status {Status}.");
}
