using Amazon.Runtime;

namespace Klotho.Aws;

/// <summary>One call of a service: what goes over the wire.</summary>
internal sealed class AwsCall(string operation, string contentType, byte[] body) : AmazonWebServiceRequest
{
    public string Operation { get; } = operation;

    public string ContentType { get; } = contentType;

    public byte[] Body { get; } = body;

    /// <summary>The header <c>X-Amz-Target</c>, where the protocol names the operation by it.</summary>
    public string? Target { get; init; }
}
