using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Klotho.Aws;

/// <summary>How a service writes what it answers. Bodies are handed on as they are; only errors are read here.</summary>
internal abstract class AwsProtocol : ResponseUnmarshaller
{
    /// <summary>The error in a body: its code, its message and whose fault it is.</summary>
    protected abstract (string Code, string Message) Error(ReadOnlyMemory<byte> body);

    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input) => new AwsAnswer { Body = Read(input) };

    public override AmazonServiceException UnmarshallException(UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        // The SDK decides by status and code whether to try again.
        var (code, message) = Error(Read(input));
        var fault = (int)statusCode < 500 ? ErrorType.Sender : ErrorType.Receiver;
        return new AmazonServiceException(message, innerException, fault, code, input.ResponseData.GetHeaderValue("x-amzn-RequestId"), statusCode);
    }

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) =>
        new JsonUnmarshallerContext(responseStream, maintainResponseBody, response, isException);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException, IRequestContext requestContext) =>
        new JsonUnmarshallerContext(responseStream, maintainResponseBody, response, isException, requestContext);

    // The SDK's context is only a carrier of the stream here: it reads nothing by itself.
    private static byte[] Read(UnmarshallerContext context)
    {
        using var body = new MemoryStream();
        ((JsonUnmarshallerContext)context).Stream.CopyTo(body);
        return body.ToArray();
    }
}
