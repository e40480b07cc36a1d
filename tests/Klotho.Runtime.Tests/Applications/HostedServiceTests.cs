using System.Collections.Concurrent;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>Which process starts the application's own hosted services.</summary>
public sealed class HostedServiceTests
{
    private static readonly Declaration[] Units = [new UnitDeclaration<Reports>("reports"), new UnitDeclaration<Outer>("reports")];

    private readonly ConcurrentQueue<string> _trace = new();

    [Theory]
    [InlineData(null, "Inner Made Named Reports Sweeper")]
    [InlineData("main", "Made Named Sweeper")]
    [InlineData("reports", "Inner Reports")]
    public async Task A_hosted_service_starts_where_its_unit_runs(string? unit, string started)
    {
        await using var app = await StartAsync(unit);

        Assert.Equal("ready", await app.Http.GetStringAsync("/_klotho/health"));
        await Eventually.IsTrue(() => Traced("started").Length >= started.Length, "all have started");
        Assert.Equal(started, Traced("started"));
        await app.DisposeAsync();
        Assert.Equal(Traced("made"), Traced("disposed"));
    }

    [Fact]
    public async Task What_says_its_class_and_starts_elsewhere_is_not_made_and_the_log_says_where_it_runs()
    {
        await using var app = await StartAsync("reports");

        Assert.DoesNotContain("made Sweeper", _trace);
        Assert.DoesNotContain("made Named", _trace);
        Assert.Single(app.Log.Lines, line => line.Contains("Sweeper does not start here, it runs in the unit 'main'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Assemblies_can_be_said_to_host_in_every_unit()
    {
        // The class comes from an assembly that is not the application's.
        static void Configure(WebApplicationBuilder builder) => builder.Services.AddHostedService<Host.Beacon>();
        Host.Beacon.Starts = 0;
        await using var without = await TestApplication.StartAsync(
            Units, new() { ["Klotho:Unit"] = "reports" }, Configure, options: options => options.HostedInEveryUnit.Remove("Klotho.Runtime"));
        Assert.Equal(0, Host.Beacon.Starts);

        await using var with = await TestApplication.StartAsync(
            Units, new() { ["Klotho:Unit"] = "reports" }, Configure, options: options => options.HostedInEveryUnit.Add("Klotho.Runtime.Tests.Host"));
        await Eventually.IsTrue(() => Host.Beacon.Starts == 1, "the beacon has started");
    }

    private string Traced(string what) => string.Join(' ', _trace
        .Where(line => line.StartsWith(what, StringComparison.Ordinal))
        .Select(line => line[(what.Length + 1)..])
        .Distinct()
        .Order(StringComparer.Ordinal));

    private Task<TestApplication> StartAsync(string? unit) => TestApplication.StartAsync(Units, new() { ["Klotho:Unit"] = unit }, builder =>
    {
        builder.Services.AddSingleton(_trace);
        builder.Services.AddHostedService<Sweeper>();
        builder.Services.AddHostedService<Reports>();
        builder.Services.AddHostedService<Outer.Inner>();
        builder.Services.AddHostedService(services => new Named(services.GetRequiredService<ConcurrentQueue<string>>()));
        builder.Services.AddSingleton<Made>();
        builder.Services.AddSingleton<IHostedService>(services => services.GetRequiredService<Made>());
    });

    internal abstract class Traces : BackgroundService
    {
        private readonly ConcurrentQueue<string> _trace;

        protected Traces(ConcurrentQueue<string> trace)
        {
            _trace = trace;
            trace.Enqueue($"made {GetType().Name}");
        }

        public override void Dispose()
        {
            _trace.Enqueue($"disposed {GetType().Name}");
            base.Dispose();
        }

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            _trace.Enqueue($"started {GetType().Name}");
            return Task.Delay(Timeout.Infinite, stoppingToken);
        }
    }

    /// <summary>In no unit.</summary>
    internal sealed class Sweeper(ConcurrentQueue<string> trace) : Traces(trace);

    /// <summary>Registered by a factory that says the class.</summary>
    internal sealed class Named(ConcurrentQueue<string> trace) : Traces(trace);

    /// <summary>Registered by a factory that does not say the class.</summary>
    internal sealed class Made(ConcurrentQueue<string> trace) : Traces(trace);

    /// <summary>In a unit.</summary>
    internal sealed class Reports(ConcurrentQueue<string> trace) : Traces(trace);

    /// <summary>In a unit, and all inside of it.</summary>
    internal sealed class Outer
    {
        internal sealed class Inner(ConcurrentQueue<string> trace) : Traces(trace);
    }
}
