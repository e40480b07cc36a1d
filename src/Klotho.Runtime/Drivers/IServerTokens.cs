namespace Klotho.Drivers;

/// <summary>Logs in to servers by tokens that the host's own identity earns, where a binding says <c>?auth=iam</c>.</summary>
public interface IServerTokens
{
    /// <summary>Whether it makes tokens for bindings of a scheme: <c>postgres</c>.</summary>
    bool Serves(string scheme);

    /// <summary>Whether a binding says all that its tokens need. Asks nobody yet.</summary>
    /// <exception cref="InvalidOperationException">It does not; the message names its key.</exception>
    void Check(ServerBinding server)
    {
    }

    /// <summary>A token that is valid now. It is asked for at each new connection, and never logged.</summary>
    ValueTask<string> TokenAsync(ServerBinding server, CancellationToken cancel);
}
