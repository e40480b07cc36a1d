using Grpc.Core;
using Microsoft.AspNetCore.Authorization;

namespace GrpcApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<GreeterService>();
        app.MapGrpcService<CounterService>().RequireAuthorization("counters");
        return app;
    }
}

[Authorize]
public sealed class GreeterService : Greeter.GreeterBase
{
    public override Task<string> SayHello(string request, ServerCallContext context) => Task.FromResult(request);

    [AllowAnonymous]
    public override Task SayMany(string request, IServerStreamWriter<string> answers, ServerCallContext context) => answers.WriteAsync(request);
}

public sealed class CounterService : Counter.CounterBase
{
    public override Task<string> Count(IAsyncStreamReader<string> requests, ServerCallContext context) => Task.FromResult("");
}
