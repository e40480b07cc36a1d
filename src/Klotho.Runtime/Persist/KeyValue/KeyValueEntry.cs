namespace Klotho;

/// <summary>An item of a key-value store.</summary>
public sealed record KeyValueEntry<T>(string Key, T Value, EntryVersion Version);
