using Grpc.Core;

namespace GrpcApp;

/// <summary>As the protocol buffers' compiler writes a service.</summary>
public static partial class Counter
{
    private static readonly string __ServiceName = "Counter";

    private static readonly Marshaller<string> __Marshaller = Marshallers.StringMarshaller;

    private static readonly Method<string, string> __Method_Count = new Method<string, string>(
        MethodType.ClientStreaming, __ServiceName, "Count", __Marshaller, __Marshaller);

    [BindServiceMethod(typeof(Counter), "BindService")]
    public abstract partial class CounterBase
    {
        public virtual Task<string> Count(IAsyncStreamReader<string> requests, ServerCallContext context) =>
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));
    }

    public static void BindService(ServiceBinderBase binder, CounterBase service) =>
        binder.AddMethod(__Method_Count, service == null ? null : new ClientStreamingServerMethod<string, string>(service.Count));
}
