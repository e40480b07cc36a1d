using System.Text.Json.Serialization;

namespace Klotho.Benchmarks.Runtime;

/// <summary>An item, or a message: about 1 KB of JSON.</summary>
internal sealed record Card(int Number, string Text)
{
    private const int Lines = 20;

    /// <summary>What messages are ordered by, where they are.</summary>
    [JsonIgnore]
    public string Line => $"line {Number % Lines}";

    public static Card Of(int number) => new(number, new string('x', 1000));
}
