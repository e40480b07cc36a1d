namespace Klotho.Runtime.Tests.Host;

/// <summary>A hosted service such as a library brings along.</summary>
public sealed class Beacon : BackgroundService
{
    private static int _starts;

    /// <summary>How often it was started in this process.</summary>
    public static int Starts
    {
        get => Volatile.Read(ref _starts);
        set => Volatile.Write(ref _starts, value);
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Interlocked.Increment(ref _starts);
        return Task.CompletedTask;
    }
}
