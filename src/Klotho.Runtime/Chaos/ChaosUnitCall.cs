using Klotho.Wiring;

namespace Klotho.Drivers;

/// <summary>A call of another unit with faults, which the caller meets as those of a network: not sent, or its answer lost.</summary>
internal static class ChaosUnitCall
{
    public static async Task<ReadOnlyMemory<byte>> SendAsync(
        UnitCall call, ChaosDice dice, Func<UnitCall, CancellationToken, Task<ReadOnlyMemory<byte>>> send, CancellationToken cancel)
    {
        var answered = false;
        try
        {
            return await dice.RunAsync(call.Method, async () =>
            {
                var answer = await send(call, cancel);
                answered = true;
                return answer;
            }, cancel);
        }
        catch (ChaosException fault)
        {
            throw new UnitCallException(fault.Message, answered ? UnitCallException.Interrupted : UnitCallException.Unavailable, inner: fault);
        }
    }
}
