using Klotho;
using Klotho.Drivers;
using Klotho.Hosting;
using Klotho.Wiring;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds Klotho to an application.</summary>
public static class KlothoHostBuilderExtensions
{
    /// <summary>
    /// Registers what the application's annotations declare: in memory by default, in files where <c>Klotho:Data</c>
    /// names a directory.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>Klotho:Unit</c> names a unit that no annotation declares.</exception>
    public static TBuilder AddKlotho<TBuilder>(this TBuilder builder, Action<KlothoOptions>? configure = null)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddKlotho(KlothoModules.Find(builder.Environment.ApplicationName), configure);
    }

    /// <summary>Registers what <paramref name="module"/> declares.</summary>
    /// <exception cref="InvalidOperationException"><c>Klotho:Unit</c> names a unit that the module does not declare.</exception>
    public static TBuilder AddKlotho<TBuilder>(this TBuilder builder, KlothoModule? module, Action<KlothoOptions>? configure = null)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var declarations = DeclarationList.Of(module);
        var role = declarations.Role(builder.Configuration["Klotho:Unit"]);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<ReferencedValues>();
        builder.Services.TryAddSingleton<ValueSources>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValueSource, EnvironmentValueSource>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValueSource, FileValueSource>());
        builder.Services.AddSingleton(role);
        builder.Services.AddSingleton(declarations);
        builder.Services.AddSingleton<IStartupFilter, UnitGuard>();
        builder.Services.AddSingleton(RequestLimits.Of(builder.Configuration));
        builder.Services.AddSingleton<IStartupFilter, RequestLimitGuard>();
        builder.Services.TryAddSingleton<ResourceBindings>();
        builder.Services.TryAddSingleton<Chaos>();
        builder.Services.AddHostedService<StartReport>();
        builder.Services.AddHostedService<DeployedUseCheck>();
        builder.Services.AddUnitCalls();
        builder.Services.TryAddSingleton<OperatorAccess>();
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton<IConfigureOptions<HealthCheckServiceOptions>, BindingHealthChecks>();
        builder.Services.AddSingleton<BindingHealthEndpoint>();
        builder.Services.AddOptions<KlothoOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.AddSingleton<IPostConfigureOptions<KlothoOptions>, InboxRetention>();
        builder.Services.AddSingleton<IValidateOptions<KlothoOptions>, KlothoOptionsCheck>();
        if (!role.IsMonolith)
        {
            builder.Services.AddUnitHostedServices(module?.Assembly);
        }

        if (builder.Configuration[ScheduleRun.Key] is { Length: > 0 } schedule)
        {
            // What started this process keeps the time, and other processes receive the messages.
            builder.Services.AddSingleton<TriggeringHost>();
            builder.Services.AddSingleton<IHostedService>(services => ActivatorUtilities.CreateInstance<ScheduleRun>(services, schedule));
        }

        var context = new RegistrationContext(builder.Services, role);
        foreach (var declaration in declarations.All)
        {
            declaration.Register(context);
        }

        return builder;
    }
}
