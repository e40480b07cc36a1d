using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>
/// The nodes' parts of resource names. A node that the lock knows keeps its name: a database with another name is
/// another database. A new node is called like its id; ids are unique per kind only, so where that is taken the kind joins the name.
/// </summary>
internal static class ResourceNames
{
    public static IReadOnlyDictionary<NodeId, string> Of(IEnumerable<NodeId> nodes, PlanLock before)
    {
        var names = new Dictionary<NodeId, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var fresh = new List<NodeId>();
        foreach (var node in nodes.Order())
        {
            if (before.Find(node) is { } known && taken.Add(known.Name))
            {
                names[node] = known.Name;
            }
            else
            {
                fresh.Add(node);
            }
        }

        var shared = fresh.Select(node => node.Name).Concat(names.Keys.Select(node => node.Name)).GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var node in fresh)
        {
            names[node] = Candidates(node, shared.Contains(node.Name)).First(taken.Add);
        }

        return names;
    }

    private static IEnumerable<string> Candidates(NodeId node, bool shared)
    {
        if (!shared)
        {
            yield return node.Name;
        }

        var withKind = $"{node.Name}-{node.Kind.Name.Replace('_', '-')}";
        yield return withKind;
        for (var number = 2; ; number++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{withKind}-{number}");
        }
    }
}
