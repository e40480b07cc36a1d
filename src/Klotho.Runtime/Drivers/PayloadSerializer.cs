using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Klotho.Drivers;

/// <summary>Writes and reads payloads as the application's own endpoints do, without reflection where the application has none.</summary>
internal sealed class PayloadSerializer(IOptions<JsonOptions> options)
{
    private readonly ConcurrentDictionary<Type, string?> _versions = new();
    private readonly ConcurrentDictionary<Type, PayloadRedaction> _redactions = new();

    public JsonSerializerOptions Options => options.Value.SerializerOptions;

    public byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    public T Read<T>(ReadOnlyMemory<byte> payload) => JsonSerializer.Deserialize(payload.Span, TypeInfo<T>())
        ?? throw new JsonException($"A kept {typeof(T).Name} is null.");

    /// <summary>The version of a type's schema; null where there is none.</summary>
    public string? SchemaOf<T>() => _versions.GetOrAdd(typeof(T), static (_, self) => PayloadSchema.VersionOf(self.TypeInfo<T>()), this);

    /// <summary>What may be shown of payloads of a type.</summary>
    public PayloadRedaction RedactionOf<T>() => _redactions.GetOrAdd(typeof(T), static (_, self) => new PayloadRedaction(self.TypeInfo<T>()), this);

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
