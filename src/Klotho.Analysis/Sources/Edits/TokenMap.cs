using Microsoft.CodeAnalysis.Text;

namespace Klotho.Analysis.Sources.Edits;

/// <summary>Where the tokens that two versions of a file have in common stand in the other version.</summary>
internal sealed class TokenMap(IReadOnlyList<(TextSpan Here, TextSpan There)> tokens)
{
    private readonly (int Here, int There)[] starts = [.. tokens.Select(token => (token.Here.Start, token.There.Start)).OrderBy(pair => pair.Item1)];
    private readonly (int Here, int There)[] ends = [.. tokens.Select(token => (token.Here.End, token.There.End)).OrderBy(pair => pair.Item1)];

    /// <summary>The span from the same token to the same token; null where it begins or ends in what the versions do not share.</summary>
    public TextSpan? Map(TextSpan span) =>
        Find(starts, span.Start) is not { } start ? null
        : span.IsEmpty ? new TextSpan(start, 0)
        : Find(ends, span.End) is { } end && end >= start ? TextSpan.FromBounds(start, end) : null;

    private static int? Find((int Here, int There)[] places, int here)
    {
        var (low, high) = (0, places.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (places[middle].Here == here)
            {
                return places[middle].There;
            }

            (low, high) = places[middle].Here < here ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
