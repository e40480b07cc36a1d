namespace Klotho.Wiring;

/// <summary>
/// Spares a method of another unit that does not answer, and its callers the wait: after so many calls in a row without an answer, calls fail
/// at once for a while. Then one is let through, and its answer lets the others follow. That the method threw is an answer.
/// </summary>
internal sealed class UnitCircuit(KlothoOptions options, TimeProvider time)
{
    private static readonly string[] Unanswered =
        [UnitCallException.Unavailable, UnitCallException.Interrupted, UnitCallException.DeadlineExceeded, UnitCallException.BadResponse];

    private readonly Lock _lock = new();
    private int _inARow;
    private bool _isTrying;
    private DateTimeOffset _closedUntil;

    /// <summary>Whether the last calls had no answer, so that none is made but those that try.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return options.CallsBeforePause > 0 && _inARow >= options.CallsBeforePause;
            }
        }
    }

    /// <summary>Makes a call, unless calls have had no answer.</summary>
    /// <exception cref="UnitCallException">The call failed, or was not made (<see cref="UnitCallException.Unavailable"/>).</exception>
    public async Task<T> RunAsync<T>(UnitCall call, Func<UnitCall, CancellationToken, Task<T>> send, CancellationToken cancel)
    {
        if (TryEnter() is not { } isTrial)
        {
            throw new UnitCallException(
                $"{call.Method} of unit '{call.Unit}' was not called: the last {options.CallsBeforePause} calls had no answer. It is called again after a pause of {options.CallPause}.",
                UnitCallException.Unavailable);
        }

        // Not known where the caller gives up, or nothing could be sent.
        bool? answered = null;
        try
        {
            var result = await send(call, cancel);
            answered = true;
            return result;
        }
        catch (UnitCallException failure)
        {
            answered = !Unanswered.Contains(failure.Code, StringComparer.Ordinal);
            throw;
        }
        finally
        {
            Leave(isTrial, answered);
        }
    }

    /// <summary>Whether the call is the one that tries whether there is an answer again; null where it is not to be made.</summary>
    private bool? TryEnter()
    {
        lock (_lock)
        {
            if (options.CallsBeforePause == 0 || _inARow < options.CallsBeforePause)
            {
                return false;
            }

            if (_isTrying || time.GetUtcNow() < _closedUntil)
            {
                return null;
            }

            return _isTrying = true;
        }
    }

    private void Leave(bool isTrial, bool? answered)
    {
        lock (_lock)
        {
            // A call from before the pause that comes late leaves the trial to itself.
            _isTrying &= !isTrial;
            if (answered == true)
            {
                _inARow = 0;
            }
            else if (answered == false)
            {
                _inARow = Math.Min(_inARow + 1, int.MaxValue - 1);
                _closedUntil = time.GetUtcNow() + options.CallPause;
            }
        }
    }
}
