namespace Klotho.Drivers;

/// <summary>
/// Where the password of a server is found: in a file (<c>?password=file:///path</c>), in a token (<c>?auth=iam</c>), or nowhere.
/// It is read at each new connection, so that a file or token that changes is followed.
/// </summary>
public sealed class ServerPassword
{
    private readonly Func<CancellationToken, ValueTask<string>>? _read;

    private ServerPassword(Func<CancellationToken, ValueTask<string>>? read) => _read = read;

    /// <summary>Whether there is one.</summary>
    public bool IsNeeded => _read is not null;

    /// <summary>Finds out where a binding's password is. Reads nothing yet.</summary>
    /// <exception cref="InvalidOperationException">The binding's options cannot be followed; the message names its key.</exception>
    public static ServerPassword Of(ServerBinding server, IEnumerable<IServerTokens> tokens)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(tokens);
        var (key, password, auth) = (server.Binding.Key, server.Options.GetValueOrDefault("password"), server.Options.GetValueOrDefault("auth"));
        return (password, auth) switch
        {
            (null, null) => new(null),
            (not null, not null) => throw new InvalidOperationException($"{key} has both a password and auth: it can log in by one of them."),
            (null, "iam") => OfToken(server, tokens),
            (null, _) => throw new InvalidOperationException($"{key}: auth can be 'iam' only."),
            _ => OfFile(key, password),
        };
    }

    /// <summary>The password of now; empty where there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ValueTask<string> ReadAsync(CancellationToken cancel) => _read?.Invoke(cancel) ?? ValueTask.FromResult("");

    private static ServerPassword OfToken(ServerBinding server, IEnumerable<IServerTokens> tokens)
    {
        var source = tokens.FirstOrDefault(source => source.Serves(server.Binding.Scheme)) ?? throw new InvalidOperationException(
            $"{server.Binding.Key} says auth=iam, and nothing in this process makes such tokens for {server.Binding.Scheme}://: Klotho.Runtime.Aws does for postgres:// (builder.AddKlothoAws()).");
        return server.User is null
            ? throw new InvalidOperationException($"{server.Binding.Key} says auth=iam and names no user: write {server.Binding.Scheme}://user@host.")
            : new(cancel => source.TokenAsync(server, cancel));
    }

    private static ServerPassword OfFile(string key, string reference)
    {
        if (!Uri.TryCreate(reference, UriKind.Absolute, out var address) || !address.IsFile || address.Host.Length > 0)
        {
            throw new InvalidOperationException($"{key}: a password is a reference of the form file:///path, never the password itself.");
        }

        // Editors and `echo` end a file with a line break, which no password has.
        return new(async cancel => (await File.ReadAllTextAsync(address.LocalPath, cancel)).TrimEnd('\r', '\n'));
    }
}
