using System.Runtime.CompilerServices;
using Klotho.Wiring;

namespace Klotho.Drivers;

/// <summary>A call of another unit with faults, which the caller meets as those of a network: not sent, or its answer lost.</summary>
internal static class ChaosUnitCall
{
    public static Task<ReadOnlyMemory<byte>> SendAsync(
        UnitCall call, ChaosDice dice, Func<UnitCall, CancellationToken, Task<ReadOnlyMemory<byte>>> send, CancellationToken cancel) =>
        RunAsync(call, dice, () => new ValueTask<ReadOnlyMemory<byte>>(send(call, cancel)), cancel);

    /// <summary>A stream fails as a whole, before its first item.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(
        UnitCall call, ChaosDice dice, IAsyncEnumerable<ReadOnlyMemory<byte>> items, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var each = items.GetAsyncEnumerator(cancel);
        for (var more = await RunAsync(call, dice, each.MoveNextAsync, cancel); more; more = await each.MoveNextAsync())
        {
            yield return each.Current;
        }
    }

    private static async Task<T> RunAsync<T>(UnitCall call, ChaosDice dice, Func<ValueTask<T>> send, CancellationToken cancel)
    {
        var answered = false;
        try
        {
            return await dice.RunAsync(call.Method, async () =>
            {
                var answer = await send();
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
