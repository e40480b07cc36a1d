using System.Text.Json;

namespace Klotho.Benchmarks.Runtime;

/// <summary>Waits for messages to be handled, one at a time. It is itself what handles them.</summary>
internal sealed class Arrivals
{
    private volatile TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int _awaited = -1;

    /// <summary>A message as JSON.</summary>
    public static Card Read(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize<Card>(body.Span) ?? throw new JsonException("A message is null.");

    /// <summary>Publishes a message, and waits until it is taken.</summary>
    public async Task WaitAsync(Card card, Func<Card, Task> publish)
    {
        _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited = card.Number;
        await publish(card);
        await _arrived.Task;
    }

    /// <summary>Takes a message.</summary>
    public void Take(Card card)
    {
        if (card.Number == _awaited)
        {
            _arrived.TrySetResult();
        }
    }
}
