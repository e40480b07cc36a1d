using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Explain;

/// <summary>Finds what a name on the command line is about, or says what it may have meant.</summary>
internal sealed class SubjectSearch(Plan plan, EquatableArray<Permission> permissions, EquatableArray<Resource> resources)
{
    private const string Arrow = "->";

    private const string WholePlan = "plan";

    public (Subject? Subject, string Mistake) Find(string name)
    {
        if (name.Replace("→", Arrow, StringComparison.Ordinal).Split(Arrow) is [var from, var to])
        {
            return Edge(from.Trim(), to.Trim());
        }

        var nodes = Nodes(name);
        var allowed = permissions.Items.Where(permission => name == permission.Name || name == $"{permission.Unit}:{permission.Action}").ToEquatableArray();
        return nodes.Count > 1 ? (null, Ambiguous(name, nodes))
            : nodes.Count == 1 ? (new Subject.OfNode(nodes[0]), "")
            : allowed.Count > 0 ? (new Subject.OfPermission(allowed), "")
            : resources.Items.FirstOrDefault(resource => resource.Name.Value == name) is { } resource ? (new Subject.OfResource(resource), "")
            : name == WholePlan ? (new Subject.Whole(), "")
            : (null, Unknown(name));
    }

    private (Subject? Subject, string Mistake) Edge(string from, string to)
    {
        var (sources, targets) = (Nodes(from), Nodes(to));
        if (sources.Count == 0 || targets.Count == 0)
        {
            return (null, Unknown(sources.Count == 0 ? from : to));
        }

        var found = sources.SelectMany(source => targets.Where(target => Joined(source, target)).Select(target => (Source: source, Target: target))).ToList();
        return found switch
        {
            [var (source, target)] => (new Subject.OfEdge(source, target), ""),
            [] when sources.Any(source => targets.Any(target => Joined(target, source))) => (null, $"No edge leads from `{from}` to `{to}`, but one leads back. Did you mean `{to}{Arrow}{from}`?"),
            [] => (null, $"No edge leads from `{from}` to `{to}`. From `{from}` they lead to {Spelling.List([.. sources.SelectMany(source => plan.Graph.From(source)).Select(edge => $"{edge.To}").Distinct().DefaultIfEmpty("nothing")])}."),
            _ => (null, $"`{from}{Arrow}{to}` may mean {Spelling.List([.. found.Select(edge => $"{edge.Source}{Arrow}{edge.Target}")])}. Name one of them."),
        };
    }

    private bool Joined(NodeId from, NodeId to) => plan.Graph.From(from).Any(edge => edge.To == to);

    /// <summary>The node of that id, or every node of that name.</summary>
    private List<NodeId> Nodes(string name)
    {
        var ids = plan.Graph.Nodes.Items.Select(node => node.Id).ToList();
        return ids.Where(id => $"{id}" == name).ToList() is { Count: > 0 } exact ? exact : [.. ids.Where(id => id.Name == name)];
    }

    private static string Ambiguous(string name, IEnumerable<NodeId> nodes) =>
        $"`{name}` may mean {Spelling.List([.. nodes.Select(node => $"{node}")])}. Name one of them.";

    private string Unknown(string name)
    {
        var nodes = plan.Graph.Nodes.Items.Select(node => node.Id).ToList();
        string[] known =
        [
            .. nodes.Select(node => $"{node}"),
            .. nodes.Select(node => node.Name),
            .. permissions.Items.Select(permission => permission.Name),
            .. resources.Items.Select(resource => resource.Name.Value),
        ];
        return $"There is no node, permission or resource `{name}`. " + (Spelling.Nearest(name, known.Distinct(StringComparer.Ordinal)) is { } nearest
            ? $"Did you mean `{nearest}`?"
            : $"Nodes are {Spelling.List([.. plan.Decisions.Items.Select(decision => $"{decision.Node}")])}.");
    }
}
