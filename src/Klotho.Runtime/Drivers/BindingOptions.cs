namespace Klotho.Drivers;

/// <summary>What stands behind the question mark of a binding: <c>?option=value&amp;other=value</c>.</summary>
public static class BindingOptions
{
    /// <summary>Reads options, each of which is known and stands there once.</summary>
    /// <param name="binding">The binding, whose key messages name.</param>
    /// <param name="query">The options, with or without the question mark; values are escaped as in a URL.</param>
    /// <param name="known">The options that there are.</param>
    /// <exception cref="InvalidOperationException">One is not known, has no value or stands there twice; the message repeats no value.</exception>
    public static IReadOnlyDictionary<string, string> Read(ResourceBinding binding, string query, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(known);
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !known.Contains(part[..equals], StringComparer.Ordinal) || !options.TryAdd(part[..equals], Uri.UnescapeDataString(part[(equals + 1)..])))
            {
                throw new InvalidOperationException(
                    $"{binding.Key} has an option that is not known, has no value or stands there twice; there are: {string.Join(", ", known)}.");
            }
        }

        return options;
    }
}
