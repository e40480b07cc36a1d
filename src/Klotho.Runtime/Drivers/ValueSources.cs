namespace Klotho.Drivers;

/// <summary>
/// The sources of this process. A driver whose binding refers to a password (<c>?password=file:///path</c>) reads it here each time
/// that it connects, so that a changed password is found.
/// </summary>
public sealed class ValueSources(IEnumerable<IValueSource> sources)
{
    /// <summary>Whether a scheme is that of a source.</summary>
    public bool Has(string scheme) => Find(scheme) is not null;

    /// <summary>Finds a reference that cannot be read, without reading it.</summary>
    /// <exception cref="InvalidOperationException">No source has its scheme, or it is malformed; the message names its key.</exception>
    public void Check(ResourceBinding reference) => Of(reference).Check(reference);

    /// <summary>Reads the value that a reference names, as it is now.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read; the message names the reference's key and holds no value.</exception>
    public ValueTask<string> ReadAsync(ResourceBinding reference, CancellationToken cancel) => Of(reference).ReadAsync(reference, cancel);

    // One that is registered later stands in for one of ours.
    private IValueSource? Find(string scheme) => sources.LastOrDefault(source => string.Equals(source.Scheme, scheme, StringComparison.Ordinal));

    private IValueSource Of(ResourceBinding reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Find(reference.Scheme) ?? throw new InvalidOperationException(
            $"{reference.Key} refers to '{reference.Scheme}:', which nothing in this process reads " +
            $"(there are: {string.Join(", ", sources.Select(known => known.Scheme).Order(StringComparer.Ordinal))}).");
    }
}
