using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Klotho.Drivers;
using Microsoft.AspNetCore.Http;

namespace Klotho.Wiring;

/// <summary>A call from another unit that is being answered. Used once, by one thread.</summary>
public sealed class IncomingCall
{
    private readonly JsonElement _arguments;
    private readonly JsonSerializerOptions _json;
    private readonly List<(JsonElement Argument, JsonTypeInfo Type)> _read = [];

    internal IncomingCall(JsonElement arguments, JsonSerializerOptions json, UnitStreamWriter stream) => (_arguments, _json, Stream) = (arguments, json, stream);

    /// <summary>Whether the caller was built with another contract of the method.</summary>
    internal bool IsOfOtherContract { get; init; }

    /// <summary>Whether an argument was missing or not of its type.</summary>
    internal bool IsUnreadable { get; private set; }

    /// <summary>Where the results of a method that streams them go.</summary>
    internal UnitStreamWriter Stream { get; }

    /// <summary>The serialised result; empty where the method has none.</summary>
    internal ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>Reads an argument.</summary>
    /// <exception cref="BadHttpRequestException">The argument is missing, or not of the type.</exception>
    public T Argument<T>(string name)
    {
        if (!_arguments.TryGetProperty(name, out var argument))
        {
            IsUnreadable = true;
            throw new BadHttpRequestException($"The argument '{name}' is missing.");
        }

        try
        {
#nullable disable warnings // Null is an argument where T is nullable: the generated code knows, this code cannot.
            var type = TypeInfo<T>();
            _read.Add((argument, type));
            return argument.Deserialize(type);
#nullable restore warnings
        }
        catch (JsonException wrong)
        {
            IsUnreadable = true;
            throw new BadHttpRequestException($"The argument '{name}' cannot be read: {wrong.Message}", wrong);
        }
    }

    /// <summary>Gives the method's result.</summary>
    public void Result<T>(T value) => Body = JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    /// <summary>Gives the results of a method that streams them, as fast as the caller takes them.</summary>
    public ValueTask StreamAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancel) => Stream.WriteAsync(items, TypeInfo<T>(), cancel);

    /// <summary>What may be told of a failure of the method: itself, unless it repeats something sensitive of an argument.</summary>
    internal Exception Redact(Exception failure) => _read.Aggregate(failure, static (told, read) => new PayloadRedaction(read.Type) is { IsNeeded: true } redaction
        ? redaction.Redact(told, Encoding.UTF8.GetBytes(read.Argument.GetRawText()))
        : told);

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T));
}
