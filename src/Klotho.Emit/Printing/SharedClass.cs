using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing;

/// <summary>One class for components that are alike but for names, which its constructor takes.</summary>
internal sealed class SharedClass
{
    private readonly NodeNames known;
    private readonly ComponentShape model;
    private readonly Dictionary<NodeId, string> roles = [];

    /// <summary>What stands for a name, by its number; nothing for one that all of them have in common.</summary>
    private readonly Dictionary<int, string> roleOfName = [];

    /// <param name="name">What it is called.</param>
    /// <param name="shapes">The shapes of the components that share it, equal in all but names.</param>
    /// <param name="known">The names of nodes.</param>
    /// <param name="nounOf">What a node is.</param>
    public SharedClass(string name, IReadOnlyList<ComponentShape> shapes, NodeNames known, Func<NodeId, string> nounOf)
    {
        Name = name;
        this.known = known;
        model = shapes[0];
        First = model.Component with { Resources = model.Resources };
        foreach (var need in model.Needs)
        {
            RoleOf(need, nounOf);
        }

        for (var number = 0; number < model.Names.Count; number++)
        {
            if (shapes.Any(shape => shape.Names[number] != model.Names[number]))
            {
                roleOfName[number] = number == 0 ? "" : RoleOf(OwnerOf(model.Names[number]), nounOf);
            }
        }
    }

    public string Name { get; }

    /// <summary>The first of the components, with its resources in the class's order: the class is printed from it.</summary>
    public Component First { get; }

    /// <summary>What the constructor calls the names that it takes, the component's own before all.</summary>
    public IEnumerable<string> Parameters => roleOfName.OrderBy(name => name.Key).Select(name => Parameter(name.Value));

    /// <summary>The components that the class refers to, with what the constructor calls them.</summary>
    public IEnumerable<(NodeId Need, string Variable)> Needs => model.Needs.Select(need => (need, roles[need]));

    /// <summary>The class's comment.</summary>
    public IEnumerable<string> About => ["Components that are alike but for names share this class. Where each comes from, and why it is as it is, stands where it is created."];

    public string VariableOf(NodeId need) => roles[need];

    /// <summary>The names that one of the components gives, in the order of the parameters.</summary>
    public IEnumerable<string> NamesOf(ComponentShape shape) => roleOfName.Keys.Order().Select(number => shape.Names[number]);

    /// <summary>The property that holds a resource of one of the components: of the same name for all of them.</summary>
    public string PropertyOf(ComponentShape shape, Resource resource) => Component.PropertyOf(resource with
    {
        Part = string.Concat(known.Split(resource.Part).Select(piece => piece.IsName && roleOfName.TryGetValue(shape.NumberOf(piece.Text), out var role) ? role : piece.Text)),
    });

    /// <summary>A text of the first component as the class says it.</summary>
    public IEnumerable<TextPiece> Pieces(string text) => known.Split(text).Select(piece =>
        piece.IsName && roleOfName.TryGetValue(model.NumberOf(piece.Text), out var role)
            ? new TextPiece(Parameter(role), IsParameter: true, piece.Underscored)
            : new TextPiece(piece.Underscored ? piece.Text.Replace('-', '_') : piece.Text));

    private static string Parameter(string role) => role.Length == 0 ? "name" : $"{role}Name";

    // Several nodes may have the name: one that the class refers to is likelier meant.
    private NodeId OwnerOf(string name)
    {
        var owners = known.Of(name);
        return owners.FirstOrDefault(roles.ContainsKey, owners.First());
    }

    private string RoleOf(NodeId node, Func<NodeId, string> nounOf)
    {
        if (!roles.TryGetValue(node, out var role))
        {
            var noun = CSharpText.Camel(nounOf(node) is { Length: > 0 } own ? own : node.Name);
            var number = 1 + roles.Values.Count(taken => taken.TrimEnd("0123456789".ToCharArray()) == noun);
            roles[node] = role = number == 1 ? noun : string.Create(CultureInfo.InvariantCulture, $"{noun}{number}");
        }

        return role;
    }
}
