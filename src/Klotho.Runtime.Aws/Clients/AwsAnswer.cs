using Amazon.Runtime;

namespace Klotho.Aws;

/// <summary>What a service answered.</summary>
internal sealed class AwsAnswer : AmazonWebServiceResponse
{
    public ReadOnlyMemory<byte> Body { get; init; }
}
