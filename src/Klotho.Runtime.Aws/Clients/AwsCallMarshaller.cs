using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Klotho.Aws;

/// <summary>Makes the HTTP request of a call; the SDK's pipeline signs it, sends it and tries again.</summary>
internal sealed class AwsCallMarshaller(AwsService service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var call = (AwsCall)input;
        var request = new DefaultRequest(call, service.Id)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = call.Body,
        };
        request.Headers["Content-Type"] = call.ContentType;
        if (call.Target is { } target)
        {
            request.Headers["X-Amz-Target"] = target;
        }

        return request;
    }
}
