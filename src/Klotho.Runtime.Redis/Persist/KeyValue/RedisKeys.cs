using System.Runtime.InteropServices;
using System.Text;
using StackExchange.Redis;

namespace Klotho.Redis;

/// <summary>
/// The names of a store's keys: a hash for each item and a sorted set for each partition. What stands in braces decides
/// where a cluster keeps a key; it is the partition, so that an item and its index are together. It begins with a colon,
/// because empty braces would not count.
/// </summary>
/// <param name="prefix">What tells this store's keys from all others.</param>
internal sealed class RedisKeys(string prefix)
{
    private readonly string _index = $"{prefix}:index{{:";

    /// <summary>The keys of all partitions' sorted sets, as a pattern.</summary>
    public string Indexes => $"{_index}*";

    public RedisKey Index(string partition) => Encoding.UTF8.GetBytes($"{_index}{partition}}}");

    public RedisKey Item(string key) => Items(PartitionOf(key)).Append(key);

    /// <summary>The keys of several items. Those that follow each other are mostly of one partition.</summary>
    public RedisKey[] Items(string[] names)
    {
        var items = new RedisKey[names.Length];
        string? partition = null;
        var all = default(RedisKey);
        for (var at = 0; at < names.Length; at++)
        {
            if (partition is null || !IsOf(partition, names[at]))
            {
                partition = PartitionOf(names[at]);
                all = Items(partition);
            }

            items[at] = all.Append(names[at]);
        }

        return items;
    }

    /// <summary>What the keys of a partition's items begin with; the item's own key follows.</summary>
    public RedisKey Items(string partition) => Encoding.UTF8.GetBytes($"{prefix}:item{{:{partition}}}");

    /// <summary>The partition whose sorted set has a key.</summary>
    public string Partition(RedisKey index) => Encoding.UTF8.GetString((byte[]?)index ?? [])[_index.Length..^1];

    public static string PartitionOf(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? key : key[..slash];
    }

    /// <summary>What an item holds, without a copy where it is an array of its own.</summary>
    public static byte[] Bytes(ReadOnlyMemory<byte> value) =>
        MemoryMarshal.TryGetArray(value, out var part) && part is { Array: { } array, Offset: 0 } && array.Length == part.Count ? array : value.ToArray();

    private static bool IsOf(string partition, string key) =>
        key.StartsWith(partition, StringComparison.Ordinal) && (key.Length == partition.Length || key[partition.Length] == '/');
}
