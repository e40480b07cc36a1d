namespace Klotho.Drivers;

/// <summary>A failure whose texts repeat what is <see cref="SensitiveAttribute"/>, without that. It holds nothing of the failure itself.</summary>
internal sealed class RedactedException(string type, string message, string text) : Exception(message)
{
    /// <summary>The full name of the failure's type.</summary>
    public string Type { get; } = type;

    /// <summary>The full name of a failure's type, redacted or not.</summary>
    public static string TypeOf(Exception failure) => failure is RedactedException redacted ? redacted.Type : failure.GetType().FullName ?? failure.GetType().Name;

    /// <summary>The failure's own text, with its stack trace.</summary>
    public override string ToString() => text;
}
