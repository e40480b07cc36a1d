using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>The components of a program, each after those that it needs.</summary>
internal sealed class ComponentSet
{
    private readonly Dictionary<ResourceName, Resource> resources;
    private readonly Dictionary<NodeId, Component> byOwner;

    public ComponentSet(ResourceGraph graph, Func<NodeId, string> nounOf, Func<NodeId, string> nameOf)
    {
        resources = graph.Resources.Items.ToDictionary(resource => resource.Name);
        var owners = graph.Resources.Items.GroupBy(resource => resource.Owner).OrderBy(group => group.Key).ToList();
        byOwner = owners.ToDictionary(group => group.Key, group => Component(group.Key, group, nounOf(group.Key), nameOf(group.Key)));
        Ordered = Order(byOwner.Keys, owner => byOwner[owner].Needs.Items).Select(owner => byOwner[owner]).ToEquatableArray();
    }

    public EquatableArray<Component> Ordered { get; }

    public Resource this[ResourceName name] => resources[name];

    public Component Of(NodeId owner) => byOwner[owner];

    private Component Component(NodeId owner, IEnumerable<Resource> own, string noun, string name)
    {
        var mine = own.Select(resource => resource.Name).ToHashSet();
        var needs = own.SelectMany(ResourceGraphCheck.Needs)
            .Where(needed => !mine.Contains(needed))
            .Select(needed => resources[needed].Owner)
            .Distinct()
            .Order();
        var ordered = Order(mine, each => ResourceGraphCheck.Needs(resources[each]).Where(mine.Contains));
        var type = $"klotho:{owner.Kind.Name.Replace('_', '-')}:{CSharpText.Pascal(name)}{CSharpText.Pascal(noun)}";
        return new(owner, CSharpText.Pascal(owner.Name) + CSharpText.Pascal(noun), name, type, ordered.Select(each => resources[each]).ToEquatableArray(), needs.ToEquatableArray());
    }

    /// <summary>Each item after what it needs; otherwise by name, so that one more resource moves nothing else.</summary>
    private static List<T> Order<T>(IEnumerable<T> items, Func<T, IEnumerable<T>> needs)
        where T : notnull
    {
        var ordered = new List<T>();
        var done = new HashSet<T>();
        var open = items.Order().ToList();
        while (open.Count > 0)
        {
            var next = open.FindIndex(item => needs(item).All(done.Contains));
            if (next < 0)
            {
                throw new InvalidOperationException($"These need each other in a circle: {string.Join(", ", open)}.");
            }

            done.Add(open[next]);
            ordered.Add(open[next]);
            open.RemoveAt(next);
        }

        return ordered;
    }
}
