using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Klotho.Wiring;

/// <summary>A call to another unit that is being put together. Used once, by one thread.</summary>
public sealed class UnitCall
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly Utf8JsonWriter _writer;
    private readonly JsonSerializerOptions _json;
    private readonly Func<UnitCall, CancellationToken, Task<ReadOnlyMemory<byte>>> _send;
    private readonly Func<UnitCall, CancellationToken, IAsyncEnumerable<ReadOnlyMemory<byte>>>? _stream;

    /// <summary>
    /// Begins a call whose request is sent, and whose response is received, by <paramref name="send"/>, or by <paramref name="stream"/> where the
    /// method streams its results.
    /// </summary>
    public UnitCall(
        string unit, string method, JsonSerializerOptions json, Func<UnitCall, CancellationToken, Task<ReadOnlyMemory<byte>>> send,
        Func<UnitCall, CancellationToken, IAsyncEnumerable<ReadOnlyMemory<byte>>>? stream = null)
    {
        (Unit, Method, _json, _send, _stream) = (unit, method, json, send, stream);
        _writer = new Utf8JsonWriter(_body);
        _writer.WriteStartObject();
    }

    /// <summary>The id of the unit to call.</summary>
    public string Unit { get; }

    /// <summary>The full name of the interface, a dot and the method's name.</summary>
    public string Method { get; }

    /// <summary>The JSON object of arguments. Complete once the call is sent.</summary>
    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    /// <summary>Whether the answer came from a unit that was built with another contract of the method.</summary>
    internal bool IsOfOtherContract { get; set; }

    /// <summary>Adds an argument.</summary>
    public UnitCall Argument<T>(string name, T value)
    {
        _writer.WritePropertyName(name);
        JsonSerializer.Serialize(_writer, value, TypeInfo<T>());
        return this;
    }

    /// <summary>Sends the call and returns its result.</summary>
    /// <exception cref="UnitCallException">The call failed; its code says how.</exception>
    /// <exception cref="PayloadTooLargeException">The arguments are over the limit; nothing was sent.</exception>
    public async Task<T> SendAsync<T>(CancellationToken cancel = default)
    {
        var result = await SendAndReceiveAsync(cancel);
        if (result.IsEmpty)
        {
            throw new UnitCallException($"{Method} of unit '{Unit}' returned no result.", UnitCallException.BadResponse);
        }

        return Read<T>(result);
    }

    /// <summary>Sends a call that has no result.</summary>
    /// <exception cref="UnitCallException">The call failed; its code says how.</exception>
    /// <exception cref="PayloadTooLargeException">The arguments are over the limit; nothing was sent.</exception>
    public Task SendAsync(CancellationToken cancel = default) => SendAndReceiveAsync(cancel);

    /// <summary>
    /// The results of a method that streams them, each as soon as it is there. The call is made when they are enumerated, and again each time
    /// that they are; to stop enumerating cancels the method.
    /// </summary>
    /// <exception cref="NotSupportedException">Whoever made the call cannot stream.</exception>
    public IAsyncEnumerable<T> StreamAsync<T>(CancellationToken cancel = default)
    {
        if (_stream is null)
        {
            throw new NotSupportedException($"{Method} of unit '{Unit}' streams its results, which this caller cannot receive.");
        }

        Complete();
        return ItemsAsync<T>(_stream, cancel);
    }

    private async IAsyncEnumerable<T> ItemsAsync<T>(
        Func<UnitCall, CancellationToken, IAsyncEnumerable<ReadOnlyMemory<byte>>> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var item in stream(this, cancel).ConfigureAwait(false))
        {
            yield return Read<T>(item);
        }
    }

    private T Read<T>(ReadOnlyMemory<byte> answer)
    {
        try
        {
#nullable disable warnings // Null is a result, or an item, where T is nullable: the generated client knows, this code cannot.
            return JsonSerializer.Deserialize(answer.Span, TypeInfo<T>());
#nullable restore warnings
        }
        catch (JsonException wrong)
        {
            var (code, why) = IsOfOtherContract ? (UnitCallException.Contract, ", which was built with another contract of it,") : (UnitCallException.BadResponse, "");
            throw new UnitCallException($"The answer of {Method} of unit '{Unit}'{why} cannot be read: {wrong.Message}", code, inner: wrong);
        }
    }

    private Task<ReadOnlyMemory<byte>> SendAndReceiveAsync(CancellationToken cancel)
    {
        Complete();
        return _send(this, cancel);
    }

    private void Complete()
    {
        _writer.WriteEndObject();
        _writer.Dispose();
    }

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T));
}
