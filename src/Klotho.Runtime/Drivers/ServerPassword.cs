namespace Klotho.Drivers;

/// <summary>
/// Where the password of a server is found: by a reference (<c>?password=file:///path</c>), in a token (<c>?auth=iam</c>), or nowhere.
/// It is read at each new connection, so that a value or token that changes is followed.
/// </summary>
public sealed class ServerPassword
{
    private readonly Func<CancellationToken, ValueTask<string>>? _read;

    private ServerPassword(Func<CancellationToken, ValueTask<string>>? read, bool isToken = false) => (_read, IsToken) = (read, isToken);

    /// <summary>Whether there is one.</summary>
    public bool IsNeeded => _read is not null;

    /// <summary>Whether it is a token, which is another one each time that it is read, and signs in for some minutes only.</summary>
    public bool IsToken { get; }

    /// <summary>Finds out where a binding's password is. Reads nothing yet.</summary>
    /// <exception cref="InvalidOperationException">The binding's options cannot be followed; the message names its key.</exception>
    public static ServerPassword Of(ServerBinding server, IEnumerable<IServerTokens> tokens, ValueSources values)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(values);
        var (key, password, auth) = (server.Binding.Key, server.Options.GetValueOrDefault("password"), server.Options.GetValueOrDefault("auth"));
        return (password, auth) switch
        {
            (null, null) => new(null),
            (not null, not null) => throw new InvalidOperationException($"{key} has both a password and auth: it can log in by one of them."),
            (null, "iam") => OfToken(server, tokens),
            (null, _) => throw new InvalidOperationException($"{key}: auth can be 'iam' only."),
            _ => OfReference(key, password, values),
        };
    }

    /// <summary>The password of now; empty where there is none.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read; the message holds no value.</exception>
    public ValueTask<string> ReadAsync(CancellationToken cancel) => _read?.Invoke(cancel) ?? ValueTask.FromResult("");

    private static ServerPassword OfToken(ServerBinding server, IEnumerable<IServerTokens> tokens)
    {
        var source = tokens.FirstOrDefault(source => source.Serves(server.Binding.Scheme)) ?? throw new InvalidOperationException(
            $"{server.Binding.Key} says auth=iam, and nothing in this process makes such tokens for {server.Binding.Scheme}://: Klotho.Runtime.Aws does (builder.AddKlothoAws()).");
        if (server.User is null)
        {
            throw new InvalidOperationException($"{server.Binding.Key} says auth=iam and names no user: write {server.Binding.Scheme}://user@host.");
        }

        source.Check(server);
        return new(cancel => source.TokenAsync(server, cancel), isToken: true);
    }

    private static ServerPassword OfReference(string key, string text, ValueSources values)
    {
        var reference = ResourceBinding.TryParse(key, text)
            ?? throw new InvalidOperationException($"{key}: a password is a reference such as file:///path, never the password itself.");
        values.Check(reference);
        return new(cancel => values.ReadAsync(reference, cancel));
    }
}
