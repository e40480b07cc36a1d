namespace Klotho.Aws;

/// <summary>Tells Lambda why a process ended before it could take an invocation.</summary>
internal static class InitializationFailure
{
    private static RuntimeApi? _waiting;

    /// <summary>From now on, an exception that ends the process is reported.</summary>
    public static void ReportTo(RuntimeApi api)
    {
        if (Interlocked.Exchange(ref _waiting, api) is null)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, unhandled) => Report(unhandled.ExceptionObject as Exception);
        }
    }

    /// <summary>The process takes invocations: what ends it now is no failure to start.</summary>
    public static void Started() => Interlocked.Exchange(ref _waiting, null);

    private static void Report(Exception? failure)
    {
        try
        {
            Interlocked.Exchange(ref _waiting, null)?.FailInitialization(
                failure is null ? new RuntimeError("Runtime.Unknown", "The process could not start.") : RuntimeError.Of(failure));
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or FormatException)
        {
            // The exception is on its way to the log; Lambda itself sees that the process ends.
        }
    }
}
