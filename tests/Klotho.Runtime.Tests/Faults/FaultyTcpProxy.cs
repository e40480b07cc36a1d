using Klotho.Runtime.Tests.Servers;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>A network that is slow, and now and then cuts connections. It cannot reorder or repeat what TCP carries.</summary>
internal sealed class FaultyTcpProxy(int target, Fates fates) : TcpProxy(target)
{
    private const int Piece = 256;

    protected override async ValueTask<bool> PassAsync(ReadOnlyMemory<byte> part, bool isAnswer, Stream to, CancellationToken cancel)
    {
        var (fate, delay) = fates.Next();
        switch (fate)
        {
            case Fate.Cut:
                await to.WriteAsync(part[..(part.Length / 2)], cancel);
                return false;
            case Fate.LoseAnswer when isAnswer:
                return false;
            case Fate.Throttle:
                for (var at = 0; at < part.Length; at += Piece)
                {
                    await to.WriteAsync(part.Slice(at, Math.Min(Piece, part.Length - at)), cancel);
                    await Task.Delay(1, cancel);
                }

                return true;
            case Fate.Delay:
                await Task.Delay(delay, cancel);
                break;
        }

        await to.WriteAsync(part, cancel);
        return true;
    }
}
