namespace Klotho.Runtime.Tests.Servers;

/// <summary>Stands between a client and a server, passes on so many of the server's answers, and then cuts the connection.</summary>
internal sealed class MeteredProxy(int target) : TcpProxy(target)
{
    private int _left;

    /// <summary>How many more answers the server may give.</summary>
    public int Left
    {
        get => Volatile.Read(ref _left);
        set => Volatile.Write(ref _left, value);
    }

    protected override async ValueTask<bool> PassAsync(ReadOnlyMemory<byte> part, bool isAnswer, Stream to, CancellationToken cancel)
    {
        if (isAnswer && Interlocked.Decrement(ref _left) < 0)
        {
            return false;
        }

        await to.WriteAsync(part, cancel);
        return true;
    }
}
