namespace Klotho;

/// <summary>The version of an item: opaque, equal only to itself, new with each write.</summary>
public readonly record struct EntryVersion(string Token);
