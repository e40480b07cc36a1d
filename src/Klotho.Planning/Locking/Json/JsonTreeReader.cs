using System.Text;
using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking.Json;

/// <summary>Reads JSON into a tree that knows where everything stands.</summary>
internal sealed class JsonTreeReader
{
    private const int Deepest = 64;

    private readonly byte[] bytes;
    private readonly JsonPlaces places;

    private JsonTreeReader(SourcePath path, string text)
    {
        bytes = Encoding.UTF8.GetBytes(text);
        places = new(path, bytes);
    }

    /// <summary>The document; or, where it is no JSON, why and where.</summary>
    public static (JsonTree? Document, string Problem, SourceLocation Location) Run(SourcePath path, string text)
    {
        var reader = new JsonTreeReader(path, text);
        try
        {
            return (reader.Document(), "", reader.places.At(0, 0));
        }
        catch (JsonException fault)
        {
            return (null, Sentence(fault.Message), reader.places.At((int)(fault.LineNumber ?? 0), (int)(fault.BytePositionInLine ?? 0), 1));
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half a character.
            return (null, "A text holds an escape that is no character.", reader.places.At(0, 0));
        }
    }

    private JsonTree Document()
    {
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest });
        json.Read();
        var document = Value(ref json);
        json.Read();
        return document;
    }

    private JsonTree Value(ref Utf8JsonReader json)
    {
        var start = (int)json.TokenStartIndex;
        var location = places.At(start, (int)json.BytesConsumed);
        return json.TokenType switch
        {
            JsonTokenType.StartObject => Map(ref json, location),
            JsonTokenType.StartArray => List(ref json, location),
            JsonTokenType.String => new JsonTree.Text(json.GetString() ?? "", location),
            JsonTokenType.Number => new JsonTree.Number(Encoding.UTF8.GetString(json.ValueSpan), location),
            JsonTokenType.True => new JsonTree.Truth(true, location),
            JsonTokenType.False => new JsonTree.Truth(false, location),
            _ => new JsonTree.Nothing(location),
        };
    }

    private JsonTree.Map Map(ref Utf8JsonReader json, SourceLocation location)
    {
        var members = new List<JsonMember>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString() ?? "";
            var at = places.At((int)json.TokenStartIndex, (int)json.TokenStartIndex + json.ValueSpan.Length + 2);
            json.Read();
            members.Add(new(name, Value(ref json), at));
        }

        return new(members.ToEquatableArray(), location);
    }

    private JsonTree.List List(ref Utf8JsonReader json, SourceLocation location)
    {
        var items = new List<JsonTree>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref json));
        }

        return new(items.ToEquatableArray(), location);
    }

    /// <summary>The library's words without the position, which a location says.</summary>
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ') + ".";
    }
}
