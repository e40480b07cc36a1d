using System.Reflection;
using System.Runtime.Loader;
using Klotho.Compiler.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Compiler.Tests.Wiring;

/// <summary>The application in <c>Cases/LiveWiring</c>, compiled with its generated wiring and started on a free port of this machine.</summary>
internal sealed class LiveApp : IAsyncDisposable
{
    private static readonly Lazy<MethodInfo> Build = new(Compile);

    private readonly WebApplication app;

    private LiveApp(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Single() ?? "");

    public static async Task<LiveApp> Start(params string[] settings)
    {
        string[] args = ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", .. settings.Select(setting => $"--Klotho:{setting}")];
        var app = (WebApplication?)Build.Value.Invoke(null, [args]) ?? throw new InvalidOperationException("Build returned nothing.");
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static MethodInfo Compile()
    {
        var sources = WiringApp.Compile("LiveWiringApp", OutputKind.DynamicallyLinkedLibrary, Golden.Sources("LiveWiring", ""));
        using var image = new MemoryStream(WiringApp.Emit(WiringApp.Generate(sources).Compilation));
        var assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        return assembly.GetType("Live.App")?.GetMethod("Build") ?? throw new InvalidOperationException("The application has no Build method.");
    }
}
