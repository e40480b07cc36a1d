using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Klotho.Drivers;

namespace Klotho.Wiring;

/// <summary>
/// What a method takes and gives, by which caller and called unit find out that they were built of different sources. Generated declarations
/// are written with it.
/// </summary>
public sealed class UnitContract
{
    private readonly List<(string Name, Func<JsonSerializerOptions, JsonTypeInfo> Type)> _parts = [];

    /// <summary>Adds an argument.</summary>
    public UnitContract Argument<T>(string name) => Add<T>("argument " + name);

    /// <summary>Says what the method returns.</summary>
    public UnitContract Result<T>() => Add<T>("result");

    /// <summary>Says what the method streams.</summary>
    public UnitContract Item<T>() => Add<T>("item");

    /// <summary>
    /// 16 hexadecimal digits that change where what is sent or answered may: of the SHA-256 of the arguments' names and all versions of schemas
    /// (<see cref="PayloadSchema"/>). Arguments go by their names, so that their order counts for nothing.
    /// </summary>
    internal string Digest(JsonSerializerOptions json)
    {
        var parts = _parts.Select(part => $"{part.Name}:{PayloadSchema.VersionOf(part.Type(json))}").Order(StringComparer.Ordinal);
        return PayloadSchema.DigestOf(string.Join('\n', parts));
    }

    private UnitContract Add<T>(string name)
    {
        _parts.Add((name, static json => json.GetTypeInfo(typeof(T))));
        return this;
    }
}
