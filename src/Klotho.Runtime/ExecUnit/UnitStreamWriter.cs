using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Klotho.Wiring;

/// <summary>
/// Answers a call with a stream. What is there is sent when the next item lets wait, or is 16 KB; no item is asked for while the
/// connection does not take the ones before.
/// </summary>
internal sealed class UnitStreamWriter(HttpContext context)
{
    private const int FlushBytes = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _lines = new();
    private bool _isSent;

    // How many bytes of what is not sent are whole lines: an item that fails while it is written leaves a part of one.
    private int _whole;

    /// <summary>Whether there is a line, sent or not, so that all that follows has to be lines too.</summary>
    public bool HasBegun => _isSent || _whole > 0;

    public async ValueTask WriteAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        // Who reads slowly is no attacker: the caller has the units' token.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        context.Response.ContentType = UnitStream.ContentType;
        await using var each = items.GetAsyncEnumerator(cancel);
        while (await MoveAsync(each, cancel))
        {
            Add(each.Current, type);
            if (_lines.WrittenCount >= FlushBytes)
            {
                await SendAsync(cancel);
            }
        }

        _lines.Write(UnitStream.End);
        EndLine();
        await SendAsync(cancel);
    }

    /// <summary>Ends a stream that has begun with an error, behind the items that came before it.</summary>
    public async ValueTask FailAsync(UnitCallError error, CancellationToken cancel)
    {
        if (_whole < _lines.WrittenCount)
        {
            await SendAsync(cancel);
        }

        _lines.Write(UnitStream.ErrorStart);
        _lines.Write(error.Write().Span);
        _lines.Write(UnitStream.Close);
        EndLine();
        await SendAsync(cancel);
    }

    private async ValueTask<bool> MoveAsync<T>(IAsyncEnumerator<T> items, CancellationToken cancel)
    {
        var moving = items.MoveNextAsync();
        if (moving.IsCompleted || _lines.WrittenCount == 0)
        {
            return await moving;
        }

        // An enumerator may not be disposed while it moves, so it is waited for even where nothing can be sent any more.
        var sending = SendAsync(cancel);
        try
        {
            return await moving;
        }
        finally
        {
            await sending;
        }
    }

    private void Add<T>(T item, JsonTypeInfo<T> type)
    {
        var start = _lines.WrittenCount;
        _lines.Write(UnitStream.ItemStart);
        using (var json = new Utf8JsonWriter(_lines))
        {
            // A writer of its own, so that no setting of the application breaks the line.
            JsonSerializer.Serialize(json, item, type);
        }

        if (_lines.WrittenCount - start > UnitCallProtocol.MaxBytes)
        {
            throw new PayloadTooLargeException($"An item of the stream is {_lines.WrittenCount - start} bytes, over the limit of {UnitCallProtocol.MaxBytes} (AWS Lambda's, of a whole result).");
        }

        _lines.Write(UnitStream.Close);
        EndLine();
    }

    private void EndLine()
    {
        _lines.Write([UnitStream.LineEnd]);
        _whole = _lines.WrittenCount;
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        _isSent = true;
        await context.Response.Body.WriteAsync(_lines.WrittenMemory[.._whole], cancel);
        await context.Response.Body.FlushAsync(cancel);
        _lines.ResetWrittenCount();
        _whole = 0;
    }
}
