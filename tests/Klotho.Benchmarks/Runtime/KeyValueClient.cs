namespace Klotho.Benchmarks.Runtime;

/// <summary>A technology's own client, doing what a key-value store does. Items have the keys <c>raw/0</c> to <c>raw/99</c>.</summary>
/// <param name="Technology">Its name.</param>
internal sealed record KeyValueClient(string Technology)
{
    /// <summary>How many items a batch has.</summary>
    public const int Batch = 25;

    public required RawOperation Put { get; init; }

    /// <summary>Writes an item where none is.</summary>
    public required RawOperation PutNew { get; init; }

    public required RawOperation Get { get; init; }

    public required RawOperation Delete { get; init; }

    /// <summary>The eleven items whose keys begin with <c>raw/1</c>, with keys and versions.</summary>
    public required RawOperation Query { get; init; }

    public required RawOperation GetMany { get; init; }

    public required RawOperation PutMany { get; init; }

    /// <summary>The key of an item.</summary>
    public static string Key(int number) => $"raw/{number % 100}";

    /// <summary>The numbers of a batch's items.</summary>
    public static IEnumerable<int> BatchOf(int number) => Enumerable.Range(number % 4 * Batch, Batch);
}
