namespace Klotho;

/// <summary>Some of several messages were not published; the others were.</summary>
/// <param name="notPublished">The places of those that were not, from 0, in their order. One whose answer was lost may have been published all the same.</param>
/// <param name="of">How many messages there were.</param>
/// <param name="reason">Why the first of them was not.</param>
public sealed class PublishManyException(IReadOnlyList<int> notPublished, int of, Exception reason)
    : Exception($"{notPublished?.Count} of {of} messages were not published ({Shown(notPublished)}): {reason?.Message}", reason)
{
    private const int MostShown = 10;

    /// <summary>The places of the messages that were not published, from 0, in their order.</summary>
    public IReadOnlyList<int> NotPublished { get; } = notPublished ?? [];

    private static string Shown(IReadOnlyList<int>? places) =>
        $"the one at {string.Join(", ", (places ?? []).Take(MostShown))}{(places?.Count > MostShown ? " and so on" : "")}, from 0";
}
