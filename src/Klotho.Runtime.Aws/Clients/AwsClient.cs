using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Klotho.Aws;

/// <summary>
/// A client on the SDK's own pipeline: its chain of credentials, signatures, retries, endpoints and regions. It stands in for
/// packages of the SDK that bring a whole service where a few operations are needed.
/// </summary>
internal abstract class AwsClient(AwsService service, AwsProtocol protocol, AwsClientConfig config) : AmazonServiceClient(config)
{
    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata(service.Id);

    protected async ValueTask<ReadOnlyMemory<byte>> SendAsync(AwsCall call, CancellationToken cancel)
    {
        var options = new InvokeOptions { RequestMarshaller = new AwsCallMarshaller(service), ResponseUnmarshaller = protocol };
        return (await InvokeAsync<AwsAnswer>(call, options, cancel)).Body;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new BaseEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureVersion4());
    }

    private sealed class SignatureVersion4 : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
    }

    private sealed class Metadata(string id) : IServiceMetadata
    {
        public string ServiceId { get; } = id;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }
}
