namespace Klotho.Drivers;

/// <summary>
/// Reads values by reference: <c>file:///path</c>, <c>env://VARIABLE</c>, or what a package adds. A package that adds a place for
/// values registers one.
/// </summary>
public interface IValueSource
{
    /// <summary>The scheme of the references that it reads: <c>file</c>, <c>env</c>, <c>secretsmanager</c>.</summary>
    string Scheme { get; }

    /// <summary>Finds a malformed reference when the process starts. Reads the reference, and asks nobody over the network.</summary>
    /// <exception cref="InvalidOperationException">The reference is malformed; the message names its key.</exception>
    void Check(ResourceBinding reference);

    /// <summary>Reads the value, as it is now.</summary>
    /// <exception cref="InvalidOperationException">There is no such value, or it may not be read; the message names the reference's key and holds no value.</exception>
    ValueTask<string> ReadAsync(ResourceBinding reference, CancellationToken cancel);
}
