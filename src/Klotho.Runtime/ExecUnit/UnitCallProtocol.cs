namespace Klotho.Wiring;

/// <summary>What caller and called unit agree on.</summary>
internal static class UnitCallProtocol
{
    /// <summary>How many milliseconds the caller still waits: a span, because clocks differ.</summary>
    public const string DeadlineHeader = "Klotho-Deadline-Milliseconds";

    /// <summary>
    /// The largest arguments, and the largest result, in bytes of JSON: 6 MB, that of a synchronous AWS Lambda invocation.
    /// Source: docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, 2026-11-22.
    /// </summary>
    public const int MaxBytes = 6 * 1024 * 1024;

    public static string Path(string unit, string method) => $"/_klotho/calls/{unit}/{method}";

    /// <summary>The key of a method of an interface, as the generator writes it.</summary>
    public static string Method(Type type, string name) => $"{type.FullName?.Replace('+', '.')}.{name}";
}
