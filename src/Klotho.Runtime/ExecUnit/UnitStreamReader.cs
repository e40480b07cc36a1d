using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Klotho.Wiring;

/// <summary>Reads a stream that a unit answers with, a line at a time and never further ahead than what one read brought.</summary>
/// <param name="call">The call that is answered.</param>
/// <param name="patience">How long to wait for each item.</param>
internal sealed class UnitStreamReader(UnitCall call, TimeSpan patience)
{
    // What stands around an item.
    private const int LongestLine = UnitCallProtocol.MaxBytes + 64;

    /// <summary>The items as JSON.</summary>
    /// <exception cref="UnitCallException">The stream was cut off, let wait too long, or is the error that it ended with.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancel)
    {
        var pipe = PipeReader.Create(body, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (true)
            {
                var line = await LineAsync(pipe, cancel);
                if (UnitStream.Content(line, UnitStream.ItemStart) is { } item)
                {
                    yield return item;
                }
                else if (line.Span.SequenceEqual(UnitStream.End))
                {
                    yield break;
                }
                else
                {
                    throw UnitStream.Content(line, UnitStream.ErrorStart) is { } error && UnitCallError.Read(error) is { } told
                        ? told.ToException(call)
                        : new UnitCallException(
                            $"{call.Method} of unit '{call.Unit}' streamed what is no item: {UnitStream.Excerpt(line)}", UnitCallException.BadResponse);
                }
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> LineAsync(PipeReader pipe, CancellationToken cancel)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        wait.CancelAfter(patience);
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(wait.Token);
                if (read.Buffer.PositionOf(UnitStream.LineEnd) is { } end)
                {
                    ReadOnlyMemory<byte> line = read.Buffer.Slice(0, end).ToArray();
                    pipe.AdvanceTo(read.Buffer.GetPosition(1, end));
                    return line;
                }

                if (read.IsCompleted)
                {
                    throw CutOff(inner: null);
                }

                if (read.Buffer.Length > LongestLine)
                {
                    throw new UnitCallException($"{call.Method} of unit '{call.Unit}' streamed a line of over {LongestLine} bytes.", UnitCallException.BadResponse);
                }

                pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (IOException broken)
        {
            throw CutOff(broken);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UnitCallException(
                $"{call.Method} of unit '{call.Unit}' let wait for an item longer than {patience}.", UnitCallException.DeadlineExceeded);
        }
    }

    private UnitCallException CutOff(IOException? inner) => new(
        $"The stream of {call.Method} of unit '{call.Unit}' was cut off before its end.", UnitCallException.Interrupted, inner: inner);
}
