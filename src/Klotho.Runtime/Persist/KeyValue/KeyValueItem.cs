namespace Klotho.Drivers;

/// <summary>An item as a driver keeps it.</summary>
public sealed record KeyValueItem(string Key, ReadOnlyMemory<byte> Value, EntryVersion Version);
