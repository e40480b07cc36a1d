using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing;

/// <summary>The components of a program, each after those that it needs.</summary>
internal sealed class ComponentSet
{
    // A table of contents that nobody reads from top to bottom any more.
    private const int Large = 60;
    private const int PartSize = 50;
    private const int OutputsInPart = 100;

    private readonly Dictionary<ResourceName, Resource> resources;
    private readonly Dictionary<NodeId, Component> byOwner;
    private readonly SharedClasses shared;

    public ComponentSet(ProgramInput input)
    {
        resources = input.Resources.Resources.Items.ToDictionary(resource => resource.Name);
        byOwner = input.Resources.Resources.Items
            .GroupBy(resource => resource.Owner)
            .ToDictionary(group => group.Key, group => Component(group.Key, [.. group], input.NounOf(group.Key), input.NameOf(group.Key)));
        Ordered = Order(byOwner.Keys, owner => owner, owner => byOwner[owner].Needs.Items).Select(owner => byOwner[owner]).ToEquatableArray();
        shared = new(input, Ordered.Items);
        shared.Find(this);
    }

    public EquatableArray<Component> Ordered { get; }

    /// <summary>The components that have a class of their own.</summary>
    public IEnumerable<Component> Single => Ordered.Items.Where(component => shared.Find(component.Owner) is null);

    /// <summary>The classes that several components share.</summary>
    public IReadOnlyList<SharedClass> Shared => shared.All;

    /// <summary>The components in files of their own where there are too many for one; otherwise one part.</summary>
    public IEnumerable<Component[]> Parts => IsLarge ? Ordered.Items.Chunk(PartSize) : [[.. Ordered.Items]];

    /// <summary>What a deployment reports, in files of their own where there is too much for one; otherwise nothing.</summary>
    public IReadOnlyList<StackOutput[]> PartsOf(EquatableArray<StackOutput> outputs) =>
        IsLarge && outputs.Count > OutputsInPart ? [.. outputs.Items.Chunk(OutputsInPart)] : [];

    public bool IsLarge => Ordered.Count > Large;

    public Resource this[ResourceName name] => resources[name];

    public Component Of(NodeId owner) => byOwner[owner];

    /// <summary>The class that a component shares with others, or null.</summary>
    public SharedClass? SharedBy(NodeId owner) => shared.Find(owner)?.Class;

    public string ClassOf(NodeId owner) => SharedBy(owner)?.Name ?? byOwner[owner].ClassName;

    /// <summary>The property that holds a resource in its component.</summary>
    public string PropertyOf(Resource resource) =>
        shared.Find(resource.Owner) is var (type, shape) ? type.PropertyOf(shape, resource) : Printing.Component.PropertyOf(resource);

    /// <summary>What a component's class calls another component that it refers to.</summary>
    public string VariableIn(Component component, NodeId need) => SharedBy(component.Owner)?.VariableOf(need) ?? byOwner[need].Variable;

    /// <summary>A text as a component's class says it.</summary>
    public IEnumerable<TextPiece> Pieces(Component? component, string text) =>
        component is not null && SharedBy(component.Owner) is { } type ? type.Pieces(text) : [new(text)];

    /// <summary>What the component's class takes: names, where it is shared, and the components that it refers to.</summary>
    public (IEnumerable<string> Names, IEnumerable<Component> Needs) ArgumentsOf(Component component) =>
        shared.Find(component.Owner) is var (type, shape)
            ? (type.NamesOf(shape).Prepend(component.TypeName), shape.Needs.Select(Of))
            : ([], component.Needs.Items.Select(Of));

    /// <summary>The resources of the component that each of its resources needs.</summary>
    public Func<Resource, IEnumerable<Resource>> NeedsWithin(Component component) =>
        resource => ResourceGraphCheck.Needs(resource).Select(needed => resources[needed]).Where(needed => needed.Owner == component.Owner);

    /// <summary>The components that others refer to, or that what a deployment reports does: the rest needs no variable.</summary>
    public IReadOnlySet<NodeId> NeededFor(EquatableArray<StackOutput> outputs) => Ordered.Items.SelectMany(component => component.Needs.Items)
        .Concat(outputs.Items.SelectMany(output => output.Value.DescendantsAndSelf().OfType<InputValue.Reference>()).Select(reference => resources[reference.Resource].Owner))
        .ToHashSet();

    private Component Component(NodeId owner, Resource[] own, string noun, string name)
    {
        var mine = own.Select(resource => resource.Name).ToHashSet();
        var needs = own.SelectMany(ResourceGraphCheck.Needs)
            .Where(needed => !mine.Contains(needed))
            .Select(needed => resources[needed].Owner)
            .Distinct()
            .Order();
        var ordered = Order(mine, each => each, each => ResourceGraphCheck.Needs(resources[each]).Where(mine.Contains));
        var type = $"klotho:{owner.Kind.Name.Replace('_', '-')}:{CSharpText.Pascal(name)}{CSharpText.Pascal(noun)}";
        return new(owner, CSharpText.Pascal(owner.Name) + CSharpText.Pascal(noun), name, type, ordered.Select(each => resources[each]).ToEquatableArray(), needs.ToEquatableArray());
    }

    /// <summary>Each item after what it needs; otherwise by its place, such as its name, so that one more resource moves nothing else.</summary>
    public static List<T> Order<T, TPlace>(IEnumerable<T> items, Func<T, TPlace> place, Func<T, IEnumerable<T>> needs)
        where T : notnull
    {
        var missing = items.ToDictionary(item => item, item => needs(item).Distinct().ToList());
        var waiting = missing.SelectMany(item => item.Value.Select(need => (Need: need, item.Key))).ToLookup(pair => pair.Need, pair => pair.Key);
        var left = missing.ToDictionary(item => item.Key, item => item.Value.Count);
        var ready = new SortedSet<T>(left.Where(item => item.Value == 0).Select(item => item.Key), Comparer<T>.Create((one, other) => Comparer<TPlace>.Default.Compare(place(one), place(other))));
        var ordered = new List<T>();
        while (ready.Count > 0)
        {
            var next = ready.First();
            ready.Remove(next);
            ordered.Add(next);
            foreach (var item in waiting[next].Where(item => --left[item] == 0))
            {
                ready.Add(item);
            }
        }

        return ordered.Count == missing.Count ? ordered
            : throw new InvalidOperationException($"These need each other in a circle: {string.Join(", ", missing.Keys.Except(ordered).OrderBy(place))}.");
    }
}
