using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Klotho.Wiring;

/// <summary>A call from another unit that is being answered. Used once, by one thread.</summary>
public sealed class IncomingCall
{
    private readonly JsonElement _arguments;
    private readonly JsonSerializerOptions _json;

    internal IncomingCall(JsonElement arguments, JsonSerializerOptions json) => (_arguments, _json) = (arguments, json);

    /// <summary>The serialised result; empty where the method has none.</summary>
    internal ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>Reads an argument.</summary>
    /// <exception cref="BadHttpRequestException">The argument is missing, or not of the type.</exception>
    public T Argument<T>(string name)
    {
        if (!_arguments.TryGetProperty(name, out var argument))
        {
            throw new BadHttpRequestException($"The argument '{name}' is missing.");
        }

        try
        {
#nullable disable warnings // Null is an argument where T is nullable: the generated code knows, this code cannot.
            return argument.Deserialize(TypeInfo<T>());
#nullable restore warnings
        }
        catch (JsonException wrong)
        {
            throw new BadHttpRequestException($"The argument '{name}' cannot be read: {wrong.Message}", wrong);
        }
    }

    /// <summary>Gives the method's result.</summary>
    public void Result<T>(T value) => Body = JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T));
}
