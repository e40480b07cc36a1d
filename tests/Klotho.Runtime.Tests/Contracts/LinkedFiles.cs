using System.Collections.Concurrent;
using Klotho.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>A process that answers links to the files of stores.</summary>
public sealed class LinkedFiles : IAsyncLifetime
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, IBlobDriver> _stores = new(StringComparer.Ordinal);

    public LinkedFiles()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddKeyedSingleton<IBlobDriver>(KeyedService.AnyKey, (_, id) => _stores[$"{id}"]);
        _app = builder.Build();
        var bindings = new ResourceBindings(new ConfigurationManager());
        Links = new(bindings, TimeProvider.System, _app.Services.GetRequiredService<IServer>());
        new BlobLinkEndpoint(Links, bindings).MapOnce(_app);
    }

    internal LocalBlobLinks Links { get; }

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    /// <summary>A store whose files the process serves.</summary>
    public IBlobDriver Serve(Func<Func<string, TimeSpan, Uri>, IBlobDriver> open)
    {
        var id = $"s{Guid.NewGuid():N}";
        return _stores[id] = open((path, lifetime) => Links.Of(id, path, lifetime));
    }
}
