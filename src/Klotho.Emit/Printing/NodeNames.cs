using System.Text.RegularExpressions;
using Klotho.Analysis.Graph;

namespace Klotho.Emit.Printing;

/// <summary>Finds the names of nodes in texts, whole words only: <c>function-7</c> in <c>topic-3-function-7-queue</c>.</summary>
internal sealed partial class NodeNames
{
    private readonly Dictionary<string, SortedSet<NodeId>> owners = new(StringComparer.Ordinal);
    private readonly int longest = 1;

    /// <param name="names">Nodes, each with its name in resources.</param>
    public NodeNames(IEnumerable<(NodeId Node, string Name)> names)
    {
        foreach (var (node, text) in names.SelectMany(name => new[] { (name.Node, name.Name), (name.Node, name.Node.Name) }))
        {
            if (!owners.TryGetValue(text, out var known))
            {
                owners[text] = known = [];
                longest = Math.Max(longest, Word().Count(text));
            }

            known.Add(node);
        }
    }

    /// <summary>The nodes of that name.</summary>
    public IReadOnlySet<NodeId> Of(string name) => owners.TryGetValue(name, out var known) ? known : new SortedSet<NodeId>();

    /// <summary>The text in pieces; a name is given with hyphens, however it stands there.</summary>
    public IEnumerable<(string Text, bool IsName, bool Underscored)> Split(string text)
    {
        var words = Word().Matches(text);
        var done = 0;
        for (var first = 0; first < words.Count; first++)
        {
            if (Longest(text, words, first) is not ({ } name, var last))
            {
                continue;
            }

            var (start, end) = (words[first].Index, words[last].Index + words[last].Length);
            if (start > done)
            {
                yield return (text[done..start], false, false);
            }

            // A name of one word looks the same in either way of writing: what stands before it decides.
            var underscored = first < last ? text[words[first].Index + words[first].Length] == '_' : start > 0 && text[start - 1] == '_';
            yield return (name, true, underscored);
            (done, first) = (end, last);
        }

        if (done < text.Length)
        {
            yield return (text[done..], false, false);
        }
    }

    private (string? Name, int Last) Longest(string text, MatchCollection words, int first)
    {
        for (var last = Math.Min(first + longest, words.Count) - 1; last >= first; last--)
        {
            var name = text[words[first].Index..(words[last].Index + words[last].Length)];
            if (owners.ContainsKey(name))
            {
                return (name, last);
            }

            if (!name.Contains('-', StringComparison.Ordinal) && name.Replace('_', '-') is var dashed && owners.ContainsKey(dashed))
            {
                return (dashed, last);
            }
        }

        return (null, first);
    }

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();
}
