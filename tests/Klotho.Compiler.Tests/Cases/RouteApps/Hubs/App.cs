using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;

namespace HubApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSignalR();
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapHub<Chat>("/chat");
        app.MapHub<Prices>("/prices", options => options.ApplicationMaxBufferSize = 1).RequireAuthorization("traders");
        app.MapGroup("/api/{tenant}").MapHub<Chat>("chat");
        app.MapConnectionHandler<Echo>("/echo");
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/health/ready", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapGroup("/internal").RequireAuthorization("operators").MapHealthChecks("live");
        app.MapShortCircuit(404, "robots.txt", "favicon.ico");
        return app;
    }
}

[Authorize]
public sealed class Chat : Hub
{
    public Task Send(string text) => Clients.All.SendAsync("said", text);
}

public sealed class Prices : Hub;

public sealed class Echo : ConnectionHandler
{
    public override Task OnConnectedAsync(ConnectionContext connection) => Task.CompletedTask;
}
