namespace Klotho.Cli.Serve;

/// <summary>Why there is no result (JSON-RPC 2.0, section 5.1).</summary>
internal sealed record RpcError(int Code, string Message)
{
    public const int NotJson = -32700;
    public const int InvalidRequest = -32600;
    public const int UnknownMethod = -32601;
    public const int InvalidParameters = -32602;

    /// <summary>A file could not be read; the first of the codes that servers may choose for themselves.</summary>
    public const int Unreadable = -32000;
}
