using System.Text.RegularExpressions;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>Writes values as literals of a component's resources; <paramref name="component"/> is null in the entry point.</summary>
internal sealed partial class ValuePrinter(ComponentSet components, Component? component, SourceHead head, CodeText code)
{
    private const int Width = 110;

    /// <summary>The property that holds a resource.</summary>
    public string PropertyOf(Resource resource) => CSharpText.Camel(components.PropertyOf(resource));

    /// <summary>What the values need beside resources: the stack's configuration, and what functions answer.</summary>
    public void Locals(IEnumerable<InputValue.Lookup> lookups, IEnumerable<InputValue> values)
    {
        if (values.SelectMany(value => value.DescendantsAndSelf()).Any(value => value is InputValue.Setting))
        {
            code.Line("const config = new pulumi.Config();");
        }

        foreach (var line in LookupCall.Declarations(lookups, "const", Call, (lookup, index) => $".{lookup.Output}{index}"))
        {
            code.Line(line);
        }
    }

    /// <summary>Writes <c>name: value,</c>.</summary>
    public void Property(string name, InputValue value) => Value($"{Key(name)}: ", value, ",");

    /// <summary>Writes an object with a line for each of its members.</summary>
    public void Object(string lead, InputValue.Map map, string end)
    {
        if (map.Entries.Count == 0)
        {
            code.Line($"{lead}{{}}{end}");
            return;
        }

        code.Enclosed($"{lead}{{", () =>
        {
            foreach (var entry in map.Entries)
            {
                Property(entry.Name, entry.Value);
            }
        }, $"}}{end}");
    }

    /// <summary>A resource, as its component or another one names it.</summary>
    public string Holder(ResourceName name)
    {
        var resource = components[name];
        var holder = resource.Owner == component?.Owner ? "this" : component is null ? components.Of(resource.Owner).Variable : components.VariableIn(component, resource.Owner);
        return $"{holder}.{PropertyOf(resource)}";
    }

    private void Value(string lead, InputValue value, string end)
    {
        switch (value)
        {
            case InputValue.Json json:
                var function = json.DescendantsAndSelf().Any(IsOutput) ? "pulumi.jsonStringify" : "JSON.stringify";
                Value($"{lead}{function}(", json.Document, $"){end}");
                break;
            case InputValue.Map map when Short(map) is not { } line || line.Length > Width:
                Object(lead, map, end);
                break;
            case InputValue.List list when Short(list) is not { } line || line.Length > Width:
                code.Enclosed($"{lead}[", () =>
                {
                    foreach (var item in list.Items)
                    {
                        Value("", item, ",");
                    }
                }, $"]{end}");
                break;
            case InputValue.Text { Value: var text } when text.Contains('\n', StringComparison.Ordinal):
                code.Verbatim($"{lead}`{Wording.Inside(Pieces(text))}`{end}");
                break;
            default:
                code.Line($"{lead}{Short(value)}{end}");
                break;
        }
    }

    /// <summary>A value that fits on a line, or null.</summary>
    private string? Short(InputValue value) => value switch
    {
        InputValue.Text text => text.Value.Contains('\n', StringComparison.Ordinal) ? null : Literal(text.Value),
        InputValue.Whole or InputValue.Fraction or InputValue.Truth => ValueText.Of(value),
        InputValue.Reference reference => Reference(reference),
        InputValue.Lookup lookup => LookupNames.NameOf(lookup),
        InputValue.Setting setting => Setting(setting),
        InputValue.Interpolation { Parts: [InputValue.Text text] } => Literal(text.Value),
        InputValue.Interpolation interpolation => $"pulumi.interpolate`{string.Concat(interpolation.Parts.Items.Select(Part))}`",
        InputValue.Archive archive => $"new pulumi.asset.FileArchive({Literal(archive.Folder)})",
        InputValue.Asset asset => $"new pulumi.asset.FileAsset({Literal(asset.File)})",
        InputValue.List list => All(list.Items.Items.Select(Short)) is { } items ? $"[{string.Join(", ", items)}]" : null,
        InputValue.Map { Entries: [] } => "{}",
        InputValue.Map { Entries: [var only] } when only.Value is not (InputValue.Map or InputValue.List) && Short(only.Value) is { } text => $"{{ {Key(only.Name)}: {text} }}",
        _ => null,
    };

    private static List<string>? All(IEnumerable<string?> texts)
    {
        var all = texts.ToList();
        return all.Contains(null) ? null : [.. all.OfType<string>()];
    }

    private string Call(InputValue.Lookup lookup)
    {
        var arguments = lookup.Arguments is null ? ""
            : $"{{ {string.Join(", ", lookup.Arguments.Entries.Items.Select(entry => $"{Key(entry.Name)}: {Short(entry.Value)}"))} }}";
        return $"{head.NameOf(lookup.Function, TypeScriptSdk.FunctionOf(lookup.Function))}({arguments})";
    }

    /// <summary>What the provider may leave out of an output is there once the resource is.</summary>
    private string Reference(InputValue.Reference reference)
    {
        var resource = components[reference.Resource];
        var type = ProviderSchema.Current.FindResource(resource.Type) ?? throw new InvalidOperationException($"{resource.Type} is not in the schema.");
        var output = OutputReference.Of(reference.Output);
        var found = output.Resolve(type, ProviderSchema.Current) ?? throw new InvalidOperationException($"{resource.Type} has no output {reference.Output}.");
        var steps = output.Steps.Items.Zip(found.Items.Skip(1), (step, way) => (way.Owner is null ? $"[{step}]" : $".{step}") + Given(way.Property));
        var text = Given(found[0].Property) + string.Concat(steps);
        return $"{Holder(reference.Resource)}.{output.Output}{(text.Length == 0 ? "" : $".apply(value => value{text})")}";
    }

    private static string Given(PropertySchema property) => property.Required ? "" : "!";

    private string Part(InputValue part) => part is InputValue.Text text ? Wording.Inside(Pieces(text.Value)) : $"${{{Short(part)}}}";

    /// <summary>A text of the component's class.</summary>
    public string Literal(string text) => Wording.Literal(Pieces(text));

    private IEnumerable<TextPiece> Pieces(string text) => components.Pieces(component, text);

    private string Setting(InputValue.Setting setting) => setting switch
    {
        { Secret: true } => $"config.requireSecret({Literal(setting.Key)})",
        { Default: { } fallback } => $"(config.get({Literal(setting.Key)}) ?? {Literal(fallback)})",
        _ => $"config.require({Literal(setting.Key)})",
    };

    private static bool IsOutput(InputValue value) => value is InputValue.Reference or InputValue.Lookup or InputValue.Setting { Secret: true };

    private string Key(string name) => Pieces(name).Any(piece => piece.IsParameter) ? $"[{Literal(name)}]" : Identifier().IsMatch(name) ? name : CSharpText.Literal(name);

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$")]
    private static partial Regex Identifier();
}
