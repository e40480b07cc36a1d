using Klotho.Drivers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Klotho.Aws;

/// <summary>Puts the server of AWS Lambda in Kestrel's place where the process runs on Lambda.</summary>
internal static class LambdaHosting
{
    /// <summary>Set by Lambda: host and port of the API that hands out invocations.</summary>
    public const string ApiKey = "AWS_LAMBDA_RUNTIME_API";

    public static void AddLambdaHost(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[ApiKey] is not { Length: > 0 } address || services.Any(service => service.ServiceType == typeof(RuntimeApi)))
        {
            return;
        }

        // Two that ask for invocations would share them.
        var settings = LambdaSettings.Of(configuration);
        if (settings.ByWebAdapter)
        {
            return;
        }

        var api = new RuntimeApi(address);
        InitializationFailure.ReportTo(api);
        services.AddSingleton(api);
        services.AddSingleton(provider => new SignalExtension(address, provider.GetRequiredService<ILogger<SignalExtension>>()));
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TriggeringHost>();
        services.AddSingleton<InvocationEnd>();
        services.AddSingleton<DirectDelivery>();
        services.AddSingleton<IInvocationHandler, SqsInvocations>();
        services.AddSingleton<IInvocationHandler, SnsInvocations>();
        services.AddSingleton<IInvocationHandler, EventInvocations>();
        services.AddSingleton<IInvocationHandler, ScheduleInvocations>();
        services.AddSingleton<IInvocationHandler, SweepInvocations>();
        services.Replace(ServiceDescriptor.Singleton<IServer, LambdaServer>());
    }
}
