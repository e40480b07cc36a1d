using System.Net.Http.Headers;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests;

/// <summary>A real application on Kestrel, on a free port of loopback.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApplication(WebApplication app, LogCapture log)
    {
        (_app, Log) = (app, log);
        Address = new Uri(app.Urls.Single());
        Http = new HttpClient { BaseAddress = Address };
    }

    public LogCapture Log { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TestApplication> StartAsync(
        IReadOnlyList<Declaration> declarations,
        Dictionary<string, string?>? settings = null,
        Action<WebApplicationBuilder>? configure = null,
        Action<WebApplication>? map = null,
        Action<KlothoOptions>? options = null,
        string environment = "Production")
    {
        var log = new LogCapture();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ApplicationName = typeof(TestApplication).Assembly.GetName().Name,
            ContentRootPath = settings?.GetValueOrDefault("contentRoot") ?? AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.AddKlotho(new KlothoModule(typeof(TestApplication).Assembly, declarations), options ?? (_ => { }));
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapKlotho();
        map?.Invoke(app);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new TestApplication(app, log);
    }

    public void UseToken(string token) => Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public T Keyed<T>(string id)
        where T : notnull => Services.GetRequiredKeyedService<T>(id);

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
