using System.Globalization;
using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Printing;

/// <summary>
/// A component apart from what it and its neighbours are called. Two with the same <see cref="Key"/> are the same program:
/// whatever is a name in one of them is, at the same place, the name with the same number in the other.
/// </summary>
internal sealed class ComponentShape
{
    private readonly ComponentSet components;
    private readonly NodeNames known;
    private readonly StringBuilder key = new();
    private readonly List<string> names;
    private readonly List<NodeId> needs = [];

    public ComponentShape(Component component, ComponentSet components, NodeNames known)
    {
        Component = component;
        this.components = components;
        this.known = known;
        names = [component.Name];
        Resources = ComponentSet
            .Order(component.Resources.Items, resource => (new ResourceName(Nameless(resource.Part)), resource.Name), components.NeedsWithin(component))
            .ToEquatableArray();
        foreach (var resource in Resources)
        {
            Add(resource);
        }
    }

    public Component Component { get; }

    public string Key => key.ToString();

    /// <summary>The names in the order in which they first stand there, the component's own before all.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The components that it refers to, in that order, too.</summary>
    public IReadOnlyList<NodeId> Needs => needs;

    /// <summary>Its resources, each after those that it needs, in an order that does not depend on names.</summary>
    public EquatableArray<Resource> Resources { get; }

    /// <summary>The number of a name that stands somewhere in the component.</summary>
    public int NumberOf(string name) => names.IndexOf(name);

    private string Nameless(string text) => string.Concat(known.Split(text).Select(piece => piece.IsName ? "*" : piece.Text));

    private void Add(Resource resource)
    {
        Text(resource.Part);
        Text(resource.Name.Value);
        key.Append(resource.Type.Value);
        Text(resource.Comment ?? "");
        Value(resource.Inputs);
        var options = resource.Options;
        key.Append(CultureInfo.InvariantCulture, $"{options.Protect}{options.RetainOnDelete}");
        foreach (var text in options.Aliases.Items.Concat(options.IgnoreChanges.Items).Append(options.Import ?? ""))
        {
            Text(text);
        }

        foreach (var other in options.DependsOn.Items.Concat(options.Provider is { } provider ? [provider] : []))
        {
            Holder(other);
        }

        key.Append(CultureInfo.InvariantCulture, $"{options.Aliases.Count},{options.IgnoreChanges.Count},{options.DependsOn.Count}\n");
    }

    private void Value(InputValue value)
    {
        key.Append(value.GetType().Name);
        switch (value)
        {
            case InputValue.Text text:
                Text(text.Value);
                break;
            case InputValue.Map map:
                All(map.Entries.Items, entry =>
                {
                    Text(entry.Name);
                    Value(entry.Value);
                });
                break;
            case InputValue.List list:
                All(list.Items.Items, Value);
                break;
            case InputValue.Interpolation interpolation:
                All(interpolation.Parts.Items, Value);
                break;
            case InputValue.Json json:
                Value(json.Document);
                break;
            case InputValue.Reference reference:
                Holder(reference.Resource);
                key.Append(reference.Output).Append(';');
                break;
            case InputValue.Lookup lookup:
                key.Append(LookupNames.NameOf(lookup)).Append(lookup.Function.Value);
                Value(lookup.Arguments ?? InputValue.Map.Of());
                break;
            case InputValue.Setting setting:
                Text(setting.Key);
                Text(setting.Description);
                Text(setting.Default ?? "");
                key.Append(setting.Default is null).Append(setting.Secret);
                break;
            case InputValue.Archive archive:
                Text(archive.Folder);
                break;
            case InputValue.Asset asset:
                Text(asset.File);
                break;
            default:
                key.Append(ValueText.Of(value)).Append(';');
                break;
        }
    }

    private void All<T>(IEnumerable<T> items, Action<T> item)
    {
        key.Append('[');
        foreach (var each in items)
        {
            item(each);
        }

        key.Append(']');
    }

    private void Text(string text)
    {
        key.Append('"');
        foreach (var (piece, isName, underscored) in known.Split(text))
        {
            key.Append(isName ? string.Create(CultureInfo.InvariantCulture, $"\u0001{Number(names, piece)}{(underscored ? '_' : '-')}") : string.Create(CultureInfo.InvariantCulture, $"{piece.Length}:{piece}"));
        }

        key.Append('"');
    }

    /// <summary>A resource of this component, or of one that has to be of the same class.</summary>
    private void Holder(ResourceName name)
    {
        var resource = components[name];
        if (resource.Owner == Component.Owner)
        {
            key.Append("this.");
            Text(resource.Part);
            return;
        }

        key.Append(CultureInfo.InvariantCulture, $"\u0002{Number(needs, resource.Owner)}:{components.ClassOf(resource.Owner)}.{components.PropertyOf(resource)}");
    }

    private static int Number<T>(List<T> known, T item)
    {
        var number = known.IndexOf(item);
        if (number < 0)
        {
            number = known.Count;
            known.Add(item);
        }

        return number;
    }
}
