using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Wiring;

/// <summary>What <c>AddKlotho</c> and <c>MapKlotho</c> do.</summary>
internal sealed class KlothoRegistration(IReadOnlyList<Declaration> declarations, ProcessRole role)
{
    public static void Register(IHostApplicationBuilder builder, IReadOnlyList<Declaration> declarations, Action<KlothoOptions>? configure)
    {
        var role = Role(builder.Configuration["Klotho:Unit"], declarations);
        builder.Services.AddSingleton(role);
        builder.Services.AddSingleton(new KlothoRegistration(declarations, role));
        builder.Services.AddOptions<KlothoOptions>();
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        var context = new RegistrationContext(builder.Services, role);
        foreach (var declaration in declarations)
        {
            declaration.Register(context);
        }
    }

    public static void Map(WebApplication app)
    {
        var registration = app.Services.GetService<KlothoRegistration>()
            ?? throw new InvalidOperationException("MapKlotho() needs builder.AddKlotho() before the application is built.");
        registration.MapAll(app);
    }

    private void MapAll(WebApplication app)
    {
        app.MapGet("/_klotho/health", static (HttpContext _) => Task.CompletedTask);
        foreach (var declaration in declarations)
        {
            declaration.Map(app, role);
        }
    }

    private static ProcessRole Role(string? unit, IReadOnlyList<Declaration> declarations)
    {
        if (string.IsNullOrEmpty(unit))
        {
            return new ProcessRole(null);
        }

        var units = declarations.Select(declaration => declaration.Unit).OfType<string>().Append(ProcessRole.DefaultUnit)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return units.Contains(unit, StringComparer.Ordinal)
            ? new ProcessRole(unit)
            : throw new InvalidOperationException($"Klotho:Unit is '{unit}', which no annotation declares. The application's units: {string.Join(", ", units)}.");
    }
}
