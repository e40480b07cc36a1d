namespace Klotho.Drivers;

/// <summary>Reads a mounted file: <c>file:///path</c>. A line break at its end is no part of the value.</summary>
internal sealed class FileValueSource : IValueSource
{
    public string Scheme => Uri.UriSchemeFile;

    public void Check(ResourceBinding reference) => PathOf(reference);

    public async ValueTask<string> ReadAsync(ResourceBinding reference, CancellationToken cancel)
    {
        try
        {
            return (await File.ReadAllTextAsync(PathOf(reference), cancel)).TrimEnd('\r', '\n');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{reference.Key} refers to a file that cannot be read: {failure.Message}", failure);
        }
    }

    private static string PathOf(ResourceBinding reference) => reference.Target switch
    {
        // file:///C:/value has a slash ahead of the drive.
        ['/', _, ':', .. var rest] when rest.Length > 0 => reference.Target[1..],
        ['/', _, ..] path => path,
        _ => throw reference.Malformed("file:///path"),
    };
}
