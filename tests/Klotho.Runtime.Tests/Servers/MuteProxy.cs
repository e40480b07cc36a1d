namespace Klotho.Runtime.Tests.Servers;

/// <summary>Keeps connections open and, when it is told to, lets nothing of what the server says through.</summary>
internal sealed class MuteProxy(int target) : TcpProxy(target)
{
    private volatile bool _isMute;

    public bool IsMute
    {
        get => _isMute;
        set => _isMute = value;
    }

    protected override async ValueTask<bool> PassAsync(ReadOnlyMemory<byte> part, bool isAnswer, Stream to, CancellationToken cancel)
    {
        if (!isAnswer || !_isMute)
        {
            await to.WriteAsync(part, cancel);
        }

        return true;
    }
}
