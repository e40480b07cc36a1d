using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>Writes values as initializers of a component's resources; <paramref name="component"/> is null in the stack itself.</summary>
internal sealed class ValuePrinter(ComponentSet components, Component? component, CodeText code)
{
    private static readonly CSharpSdk Sdk = CSharpSdk.Current;
    private static readonly ProviderSchema Schema = ProviderSchema.Current;

    /// <summary>Writes <c>Name = value,</c>.</summary>
    public void Property(string owner, InputValue.Entry entry, SchemaType type) =>
        Value($"{Sdk.Property(owner, entry.Name)} = ", entry.Value, type, ",");

    /// <summary>A value that fits on a line: a literal, a reference, a text put together.</summary>
    public string Inline(InputValue value, SchemaType type) => value switch
    {
        InputValue.Text text when type is SchemaType.Enumeration set => $"{Sdk.Enumeration(set.Name)}.{Schema.MemberOf(set.Name, text.Value)}",
        InputValue.Text text => Literal(text.Value),
        InputValue.Whole or InputValue.Fraction or InputValue.Truth => ValueText.Of(value),
        InputValue.Reference reference => Reference(reference),
        InputValue.Lookup lookup => LookupNames.NameOf(lookup),
        InputValue.Setting setting => Setting(setting),
        InputValue.Interpolation { Parts: [InputValue.Text text] } => Literal(text.Value),
        InputValue.Interpolation interpolation => $"Output.Format($\"{string.Concat(interpolation.Parts.Items.Select(Part))}\")",
        InputValue.Archive archive => $"new FileArchive({Literal(archive.Folder)})",
        InputValue.Asset asset => $"new FileAsset({Literal(asset.File)})",
        _ => throw new InvalidOperationException($"{value.GetType().Name} does not fit on a line."),
    };

    /// <summary>Local variables that hold what provider functions answer.</summary>
    public void Locals(IEnumerable<InputValue.Lookup> lookups)
    {
        foreach (var line in LookupCall.Declarations(
            lookups, "var", Call, (lookup, index) => $".Apply(result => result.{Sdk.Property(lookup.Function.Value, lookup.Output)}{index})"))
        {
            code.Line(line);
        }
    }

    private string Call(InputValue.Lookup lookup)
    {
        var type = Sdk.TypeOf(lookup.Function);
        if (lookup.Arguments is not { } arguments)
        {
            return $"{type}.Invoke()";
        }

        var inputs = Schema.FindFunction(lookup.Function)?.Inputs ?? throw new InvalidOperationException($"{lookup.Function} is not in the schema.");
        var printed = arguments.Entries.Items.Select(entry =>
            $"{Sdk.Property(lookup.Function.Value, entry.Name)} = {Inline(entry.Value, inputs.Items.First(input => input.Name == entry.Name).Type)}");
        return $"{type}.Invoke(new {type}InvokeArgs {{ {string.Join(", ", printed)} }})";
    }

    private void Value(string lead, InputValue value, SchemaType type, string end)
    {
        switch (value, type)
        {
            case (InputValue.Map map, SchemaType.Nested nested):
                code.Block($"{lead}new {Sdk.NestedType(nested.Name)}", () => Members(nested.Name, map), end);
                break;
            case (InputValue.Map map, SchemaType.Anything):
                code.Block($"{lead}new Dictionary<string, object?>", () => Untyped(map), end);
                break;
            case (InputValue.List list, SchemaType.Anything):
                code.Block($"{lead}new object?[]", () => Items(list, type), end);
                break;
            case (InputValue.Map map, SchemaType.Map items):
                code.Block(lead.TrimEnd(), () => Pairs(map, items.Item), end);
                break;
            case (InputValue.List list, SchemaType.List items) when !list.Items.Items.All(FitsOnLine):
                code.Block(lead.TrimEnd(), () => Items(list, items.Item), end);
                break;
            case (InputValue.List list, SchemaType.List items):
                code.Line($"{lead}{{ {string.Join(", ", list.Items.Items.Select(item => Inline(item, items.Item)))} }}{end}");
                break;
            case (InputValue.Json json, _):
                Document(lead, json, end);
                break;
            case (InputValue.Text { Value: var text }, _) when text.Contains('\n', StringComparison.Ordinal) && IsConstant(text):
                Raw(lead, "\"\"\"", text.Split('\n'), $"\"\"\"{end}");
                break;
            default:
                code.Line($"{lead}{Inline(value, type)}{end}");
                break;
        }
    }

    private void Members(string nested, InputValue.Map map)
    {
        var properties = Schema.Nested(nested);
        foreach (var entry in map.Entries)
        {
            Property(nested, entry, properties.Items.First(property => property.Name == entry.Name).Type);
        }
    }

    private void Pairs(InputValue.Map map, SchemaType type)
    {
        var simple = map.Entries.Items.All(entry => FitsOnLine(entry.Value));
        foreach (var entry in map.Entries)
        {
            if (simple)
            {
                code.Line($"{{ {Literal(entry.Name)}, {Inline(entry.Value, type)} }},");
            }
            else
            {
                Value($"[{Literal(entry.Name)}] = ", entry.Value, type, ",");
            }
        }
    }

    private static bool FitsOnLine(InputValue value) => value switch
    {
        InputValue.Map or InputValue.List or InputValue.Json => false,
        InputValue.Text text => !text.Value.Contains('\n', StringComparison.Ordinal),
        _ => true,
    };

    private void Untyped(InputValue.Map map)
    {
        foreach (var entry in map.Entries)
        {
            Value($"[{Literal(entry.Name)}] = ", entry.Value, new SchemaType.Anything(), ",");
        }
    }

    private void Items(InputValue.List list, SchemaType type)
    {
        foreach (var item in list.Items)
        {
            Value("", item, type, ",");
        }
    }

    private void Document(string lead, InputValue.Json json, string end)
    {
        var named = false;
        var printed = new JsonLines(Hole, text => string.Concat(Pieces(text).Select(piece => piece.IsParameter ? Parameter(piece) : JsonLines.Escaped(piece.Text))))
            .Print(json.Document).ToList();
        var constant = json.DescendantsAndSelf().All(part => part is not (InputValue.Reference or InputValue.Lookup or InputValue.Setting));
        if (constant)
        {
            Raw(lead, named ? "$$\"\"\"" : "\"\"\"", printed, $"\"\"\"{end}");
        }
        else
        {
            Raw(lead, "Output.Format($$\"\"\"", printed, $"\"\"\"){end}");
        }

        string Hole(InputValue part) => $"{{{{{Inline(part, new SchemaType.Text())}}}}}";

        string Parameter(TextPiece piece)
        {
            named = true;
            return $"{{{{{Wording.Value(piece)}}}}}";
        }
    }

    private void Raw(string lead, string open, IEnumerable<string> lines, string close)
    {
        code.Line(lead + open);
        code.Indented(() =>
        {
            foreach (var line in lines)
            {
                code.Line(line);
            }

            code.Line(close);
        });
    }

    private string Part(InputValue part) => part is InputValue.Text text
        ? Wording.Inside(Pieces(text.Value))
        : $"{{{Inline(part, new SchemaType.Text())}}}";

    private string Reference(InputValue.Reference reference)
    {
        var resource = components[reference.Resource];
        var holder = resource.Owner == component?.Owner ? ""
            : component is null && components.IsLarge ? $"app.{components.Of(resource.Owner).ClassName}."
            : component is null ? $"{components.Of(resource.Owner).Variable}." : $"{components.VariableIn(component, resource.Owner)}.";
        var output = OutputReference.Of(reference.Output);
        var text = $"{holder}{components.PropertyOf(resource)}.{Sdk.Property(resource.Type.Value, output.Output)}";
        var way = Way(resource, output);
        return way.Length == 0 ? text : $"{text}.Apply(value => value{way})";
    }

    /// <summary>The way into an output. What the provider may leave out is there once the resource is.</summary>
    private static string Way(Resource resource, OutputReference reference)
    {
        var type = Schema.FindResource(resource.Type) ?? throw new InvalidOperationException($"{resource.Type} is not in the schema.");
        var found = reference.Resolve(type, Schema) ?? throw new InvalidOperationException($"{resource.Type} has no output {reference.Output}.");
        return Given(found[0].Property) + string.Concat(reference.Steps.Items.Zip(found.Items.Skip(1), (step, way) =>
            (way.Owner is null ? $"[{step}]" : $".{Sdk.Property(way.Owner, step)}") + Given(way.Property)));
    }

    private static string Given(PropertySchema property) => property switch
    {
        { Required: true } or { Type: SchemaType.List or SchemaType.Map } => "",
        { Type: SchemaType.Number or SchemaType.Truth } => ".Value",
        _ => "!",
    };

    private string Literal(string text) => Wording.Literal(Pieces(text));

    private IEnumerable<TextPiece> Pieces(string text) => components.Pieces(component, text);

    private bool IsConstant(string text) => !Pieces(text).Any(piece => piece.IsParameter);

    private string Setting(InputValue.Setting setting) => setting switch
    {
        { Secret: true } => $"new Config().RequireSecret({Literal(setting.Key)})",
        { Default: { } fallback } => $"(new Config().Get({Literal(setting.Key)}) ?? {Literal(fallback)})",
        _ => $"new Config().Require({Literal(setting.Key)})",
    };
}
