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

    public ComponentSet(ResourceGraph graph, Func<NodeId, string> nounOf)
    {
        resources = graph.Resources.Items.ToDictionary(resource => resource.Name);
        var owners = graph.Resources.Items.GroupBy(resource => resource.Owner).OrderBy(group => group.Key).ToList();
        byOwner = owners.ToDictionary(group => group.Key, group => Component(group.Key, group, nounOf(group.Key)));
        Ordered = Order(byOwner.Keys, owner => byOwner[owner].Needs.Items).Select(owner => byOwner[owner]).ToEquatableArray();
    }

    public EquatableArray<Component> Ordered { get; }

    public Resource this[ResourceName name] => resources[name];

    public Component Of(NodeId owner) => byOwner[owner];

    private Component Component(NodeId owner, IEnumerable<Resource> own, string noun)
    {
        var names = own.Select(resource => resource.Name).ToHashSet();
        var needs = own.SelectMany(ResourceGraphCheck.Needs)
            .Where(name => !names.Contains(name))
            .Select(name => resources[name].Owner)
            .Distinct()
            .Order();
        var ordered = Order(names, name => ResourceGraphCheck.Needs(resources[name]).Where(names.Contains));
        return new(owner, CSharpText.Pascal(owner.Name) + CSharpText.Pascal(noun), ordered.Select(name => resources[name]).ToEquatableArray(), needs.ToEquatableArray());
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
