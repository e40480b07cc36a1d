namespace Klotho.Drivers;

/// <summary>One of several items to write, whatever is there.</summary>
public sealed record KeyValueWrite(string Key, ReadOnlyMemory<byte> Value);
