using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing;

/// <summary>Finds the components that are alike but for names, and gives them one class.</summary>
internal sealed class SharedClasses
{
    /// <summary>Two may be alike by chance; three are a pattern.</summary>
    private const int Fewest = 3;

    private readonly Dictionary<NodeId, (SharedClass Class, ComponentShape Shape)> byOwner = [];
    private readonly HashSet<string> taken;
    private readonly ProgramInput input;

    public SharedClasses(ProgramInput input, IEnumerable<Component> components)
    {
        this.input = input;
        taken = components.Select(component => component.ClassName).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The classes, in the order of the components that they are printed from.</summary>
    public List<SharedClass> All { get; } = [];

    /// <summary>Looks at all of them. The set is asked meanwhile for what is known already.</summary>
    public void Find(ComponentSet components)
    {
        var known = new NodeNames(components.Ordered.Items.Select(component => (component.Owner, component.Name)));

        // What a component refers to has its class before: components that are alike refer to others of one class.
        foreach (var level in Levels(components).OrderBy(level => level.Key))
        {
            Share(level.Select(component => new ComponentShape(component, components, known)), known);
        }
    }

    public (SharedClass Class, ComponentShape Shape)? Find(NodeId owner) => byOwner.TryGetValue(owner, out var shared) ? shared : null;

    private static IEnumerable<IGrouping<int, Component>> Levels(ComponentSet components)
    {
        var levels = new Dictionary<NodeId, int>();
        foreach (var component in components.Ordered)
        {
            levels[component.Owner] = component.Needs.Items.Select(need => levels[need] + 1).DefaultIfEmpty(0).Max();
        }

        return components.Ordered.Items.GroupBy(component => levels[component.Owner]);
    }

    private void Share(IEnumerable<ComponentShape> shapes, NodeNames known)
    {
        foreach (var alike in shapes.GroupBy(shape => shape.Key, StringComparer.Ordinal).Select(group => group.ToList()).Where(group => group.Count >= Fewest))
        {
            var owner = alike[0].Component.Owner;
            if (input.TypeOf(owner) is not { } type)
            {
                continue;
            }

            var shared = new SharedClass(Free(CSharpText.Pascal(type) + CSharpText.Pascal(input.NounOf(owner))), alike, known, input.NounOf);
            if (alike[0].Resources.Items.Select(resource => shared.PropertyOf(alike[0], resource)).Distinct(StringComparer.Ordinal).Count() < alike[0].Resources.Count)
            {
                continue;
            }

            taken.Add(shared.Name);
            All.Add(shared);
            alike.ForEach(shape => byOwner[shape.Component.Owner] = (shared, shape));
        }
    }

    private string Free(string name) => Enumerable.Range(1, int.MaxValue)
        .Select(number => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{number}"))
        .First(each => !taken.Contains(each));
}
