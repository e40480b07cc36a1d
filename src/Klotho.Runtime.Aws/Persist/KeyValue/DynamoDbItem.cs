using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// An item of a key-value store as an item of a table: <c>pk</c> holds the key's first segment, <c>sk</c> the whole key (so
/// that no sort key is empty and a prefix is one query), <c>value</c> the JSON as text, for people to read,
/// <c>version</c> what conditions compare, and <c>expires</c>, where the item ends, the second of Unix time at which it does. The emitted table has the keys <c>pk</c> and <c>sk</c>.
/// </summary>
internal static class DynamoDbItem
{
    public const string Partition = "pk";
    public const string Sort = "sk";
    public const string Value = "value";
    public const string Version = "version";
    public const string Expires = "expires";

    public static Dictionary<string, AttributeValue> Key(string key) => Key(PartitionOf(key), key);

    public static Dictionary<string, AttributeValue> Key(string partition, string key) => new(StringComparer.Ordinal)
    {
        [Partition] = new AttributeValue(partition),
        [Sort] = new AttributeValue(key),
    };

    public static Dictionary<string, AttributeValue> Write(string key, ReadOnlyMemory<byte> value, EntryVersion version)
    {
        var item = Key(key);
        item[Value] = new AttributeValue(Encoding.UTF8.GetString(value.Span));
        item[Version] = new AttributeValue(version.Token);
        return item;
    }

    /// <summary>The second at which an item ends, rounded up, as DynamoDB's own time to live has it.</summary>
    public static AttributeValue End(DateTimeOffset end) => Seconds((end + TimeSpan.FromTicks(TimeSpan.TicksPerSecond - 1)).ToUnixTimeSeconds());

    /// <summary>The second that it is, to compare ends with.</summary>
    public static AttributeValue Now(DateTimeOffset now) => Seconds(now.ToUnixTimeSeconds());

    /// <summary>Whether an item is there: DynamoDB removes it days after it ended.</summary>
    public static bool IsLive(Dictionary<string, AttributeValue> item, DateTimeOffset now) =>
        !item.TryGetValue(Expires, out var end) || long.Parse(end.N, CultureInfo.InvariantCulture) > now.ToUnixTimeSeconds();

    public static KeyValueItem Read(Dictionary<string, AttributeValue> item) =>
        new(item[Sort].S, Encoding.UTF8.GetBytes(item[Value].S), VersionOf(item));

    public static EntryVersion VersionOf(Dictionary<string, AttributeValue> item) => new(item[Version].S);

    private static AttributeValue Seconds(long seconds) => new() { N = seconds.ToString(CultureInfo.InvariantCulture) };

    private static string PartitionOf(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? key : key[..slash];
    }
}
