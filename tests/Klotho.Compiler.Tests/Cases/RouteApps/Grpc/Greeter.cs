using Grpc.Core;

namespace GrpcApp;

/// <summary>As the protocol buffers' compiler writes a service.</summary>
public static partial class Greeter
{
    private static readonly string __ServiceName = "greet.v1.Greeter";

    private static readonly Marshaller<string> __Marshaller = Marshallers.StringMarshaller;

    private static readonly Method<string, string> __Method_SayHello = new Method<string, string>(
        MethodType.Unary, __ServiceName, "SayHello", __Marshaller, __Marshaller);

    private static readonly Method<string, string> __Method_SayMany = new Method<string, string>(
        MethodType.ServerStreaming, __ServiceName, "SayMany", __Marshaller, __Marshaller);

    [BindServiceMethod(typeof(Greeter), "BindService")]
    public abstract partial class GreeterBase
    {
        public virtual Task<string> SayHello(string request, ServerCallContext context) =>
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));

        public virtual Task SayMany(string request, IServerStreamWriter<string> answers, ServerCallContext context) =>
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));
    }

    public static void BindService(ServiceBinderBase binder, GreeterBase service)
    {
        binder.AddMethod(__Method_SayHello, service == null ? null : new UnaryServerMethod<string, string>(service.SayHello));
        binder.AddMethod(__Method_SayMany, service == null ? null : new ServerStreamingServerMethod<string, string>(service.SayMany));
    }
}
