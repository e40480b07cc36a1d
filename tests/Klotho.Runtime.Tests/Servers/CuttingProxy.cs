namespace Klotho.Runtime.Tests.Servers;

/// <summary>Stands between a client and a server, and on demand cuts a connection instead of handing over the server's next answer.</summary>
internal sealed class CuttingProxy(int target) : TcpProxy(target)
{
    private int _cuts;

    /// <summary>How many answers were lost.</summary>
    public int Lost { get; private set; }

    public void CutNextAnswer() => Interlocked.Exchange(ref _cuts, 1);

    protected override async ValueTask<bool> PassAsync(ReadOnlyMemory<byte> part, bool isAnswer, Stream to, CancellationToken cancel)
    {
        if (isAnswer && Interlocked.Exchange(ref _cuts, 0) > 0)
        {
            Lost++;
            return false;
        }

        await to.WriteAsync(part, cancel);
        return true;
    }
}
