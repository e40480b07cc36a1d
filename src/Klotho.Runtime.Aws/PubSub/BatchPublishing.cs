using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Publishes messages in as few requests as they fit into. Where the order is kept, no request holds two messages of one key, because one of a request may be
/// taken and the one before it not; and none is published behind one that was not.
/// </summary>
internal sealed class BatchPublishing(IAwsPublisher to, CancellationToken cancel)
{
    // What SNS and EventBridge take together in a request (docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html,
    // docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html, 2026-11-22); a queue takes 1 MiB unless it was made to take less.
    private const int MostBytes = TopicLimits.MaxMessageBytes;

    private readonly List<(int Place, PreparedMessage Message)> _next = [];
    private readonly SortedSet<int> _missing = [];
    private Exception? _reason;
    private bool _isOver;

    /// <summary>Adds the next message, which is prepared only when it is its turn: the payloads of all might fill the memory.</summary>
    public async ValueTask AddAsync(int place, Func<ValueTask<PreparedMessage>> prepare)
    {
        try
        {
            if (await PrepareAsync(prepare) is { } message)
            {
                _next.Add((place, message));
                return;
            }
        }
        catch (PayloadTooLargeException failure)
        {
            // What comes behind it is no worse for it, unless the order is kept; what is ahead of it goes.
            await SendAsync();
            Fail(failure, isOver: to.KeepsOrder);
        }
        catch (Exception failure) when (AwsFailure.Is(failure))
        {
            await SendAsync();
            Fail(failure, isOver: true);
        }

        _missing.Add(place);
    }

    /// <summary>Sends what is left.</summary>
    /// <exception cref="PublishManyException">Some of <paramref name="count"/> were not published.</exception>
    public async ValueTask EndAsync(int count)
    {
        await SendAsync();
        if (_reason is not null)
        {
            throw new PublishManyException([.. _missing], count, _reason);
        }
    }

    /// <summary>A message for which there is room; null where no more is published.</summary>
    private async ValueTask<PreparedMessage?> PrepareAsync(Func<ValueTask<PreparedMessage>> prepare)
    {
        if (_isOver)
        {
            return null;
        }

        var message = await prepare();
        if (message.Refusal is { } refusal)
        {
            throw refusal;
        }

        if (!HasRoomFor(message))
        {
            await SendAsync();
        }

        return _isOver ? null : message;
    }

    private bool HasRoomFor(PreparedMessage message) =>
        _next.Count < BatchEntry.Most &&
        _next.Sum(each => each.Message.Size) + message.Size <= MostBytes &&
        !(to.KeepsOrder && _next.Any(each => string.Equals(each.Message.Message.Key, message.Message.Key, StringComparison.Ordinal)));

    private async ValueTask SendAsync()
    {
        List<(int Place, PreparedMessage Message)> batch = [.. _next];
        _next.Clear();
        if (_isOver)
        {
            _missing.UnionWith(batch.Select(each => each.Place));
            return;
        }

        try
        {
            foreach (var failure in await EntryRetry.SendAsync(batch, some => to.PublishBatchAsync([.. some.Select(each => each.Message)], cancel), cancel))
            {
                _missing.Add(batch[failure.Index].Place);
                Fail(failure.ToException(), isOver: to.KeepsOrder);
            }
        }
        catch (Exception failure) when (AwsFailure.Is(failure))
        {
            _missing.UnionWith(batch.Select(each => each.Place));
            Fail(failure, isOver: true);
        }
    }

    private void Fail(Exception failure, bool isOver) => (_reason, _isOver) = (_reason ?? failure, _isOver || isOver);
}
