namespace Klotho.Drivers;

/// <summary>Logs in to servers by tokens that the host's own identity earns, where a binding says <c>?auth=iam</c>.</summary>
public interface IServerTokens
{
    /// <summary>Whether it makes tokens for bindings of a scheme: <c>postgres</c>.</summary>
    bool Serves(string scheme);

    /// <summary>A token that is valid now. It is asked for at each new connection, and never logged.</summary>
    ValueTask<string> TokenAsync(ServerBinding server, CancellationToken cancel);
}
