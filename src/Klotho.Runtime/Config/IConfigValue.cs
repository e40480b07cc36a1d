namespace Klotho;

/// <summary>A configuration value, read when <see cref="Value"/> is read, so that a change is seen without a restart.</summary>
/// <typeparam name="T">A type that configuration binding converts from text: text, numbers, <see cref="bool"/>, <see cref="TimeSpan"/>, <see cref="Uri"/>, enums.</typeparam>
public partial interface IConfigValue<out T>
{
    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">No value is configured, or it cannot be converted.</exception>
    T Value { get; }
}
