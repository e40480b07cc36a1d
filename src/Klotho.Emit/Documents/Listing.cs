using System.Text.Json;

namespace Klotho.Emit.Documents;

/// <summary>A list of a document that its other members name by place: what many of them say alike is said once.</summary>
internal sealed class Listing<T>
    where T : notnull
{
    private readonly List<T> items = [];
    private readonly Dictionary<T, int> places = [];

    /// <param name="all">What is said, in the order in which it is.</param>
    public Listing(IEnumerable<T> all)
    {
        foreach (var item in all)
        {
            if (places.TryAdd(item, items.Count))
            {
                items.Add(item);
            }
        }
    }

    public IReadOnlyList<T> Items => items;

    public int PlaceOf(T item) => places[item];

    /// <summary>Writes the places of some of its items.</summary>
    public void Places(Utf8JsonWriter writer, string name, IEnumerable<T> some)
    {
        writer.WriteStartArray(name);
        foreach (var item in some)
        {
            writer.WriteNumberValue(PlaceOf(item));
        }

        writer.WriteEndArray();
    }
}
