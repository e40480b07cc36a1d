using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Klotho.Aws;

/// <summary>
/// Tells whether the SDK sent a request more than once, and an earlier try may have been done with its answer lost. The SDK counts
/// in a header (<c>amz-sdk-request: attempt=2; max=5</c>, AWSSDK.Core 4.0.102.18), which stays with the request; it does not count what it
/// sends again on another connection, and <see cref="AwsClients"/> has it not do so.
/// </summary>
internal sealed class SentRequest
{
    private const string Header = "amz-sdk-request";
    private const string FirstTry = "attempt=1;";

    private IDictionary<string, string>? _headers;

    /// <summary>Watches a request that is yet to be sent.</summary>
    public SentRequest(AmazonWebServiceRequest request) =>
        ((IAmazonWebServiceRequest)request).AddBeforeRequestHandler((_, sent) => _headers = (sent as WebServiceRequestEventArgs)?.Headers);

    /// <summary>Whether it was sent again, or by a client that does not count.</summary>
    public bool WasRepeated => _headers is null || !_headers.TryGetValue(Header, out var tries) || !tries.StartsWith(FirstTry, StringComparison.Ordinal);
}
