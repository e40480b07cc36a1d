using System.Globalization;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>Writes values as initializers of a component's resources.</summary>
internal sealed class ValuePrinter(ComponentSet components, Component component, CodeText code)
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
        InputValue.Text text => CSharpText.Literal(text.Value),
        InputValue.Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        InputValue.Truth truth => truth.Value ? "true" : "false",
        InputValue.Reference reference => Reference(reference),
        InputValue.Lookup lookup => LookupVariable.NameOf(lookup),
        InputValue.Setting setting => Setting(setting),
        InputValue.Interpolation { Parts: [InputValue.Text text] } => CSharpText.Literal(text.Value),
        InputValue.Interpolation interpolation => $"Output.Format($\"{string.Concat(interpolation.Parts.Items.Select(Part))}\")",
        InputValue.Archive archive => $"new FileArchive({CSharpText.Literal(archive.Folder)})",
        InputValue.Asset asset => $"new FileAsset({CSharpText.Literal(asset.File)})",
        _ => throw new InvalidOperationException($"{value.GetType().Name} does not fit on a line."),
    };

    private void Value(string lead, InputValue value, SchemaType type, string end)
    {
        switch (value, type)
        {
            case (InputValue.Map map, SchemaType.Nested nested):
                code.Block($"{lead}new {Sdk.NestedType(nested.Name)}", () => Members(nested.Name, map), end);
                break;
            case (InputValue.Map map, SchemaType.Map items):
                code.Block(lead.TrimEnd(), () => Pairs(map, items.Item), end);
                break;
            case (InputValue.List list, SchemaType.List items) when list.Items.Items.All(item => item is InputValue.Map):
                code.Block(lead.TrimEnd(), () => Items(list, items.Item), end);
                break;
            case (InputValue.List list, SchemaType.List items):
                code.Line($"{lead}{{ {string.Join(", ", list.Items.Items.Select(item => Inline(item, items.Item)))} }}{end}");
                break;
            case (InputValue.Json json, _):
                Document(lead, json, end);
                break;
            case (InputValue.Text { Value: var text }, _) when text.Contains('\n', StringComparison.Ordinal):
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
        foreach (var entry in map.Entries)
        {
            code.Line($"{{ {CSharpText.Literal(entry.Name)}, {Inline(entry.Value, type)} }},");
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
        var printed = new JsonLines(part => $"{{{{{Inline(part, new SchemaType.Text())}}}}}").Print(json.Document).ToList();
        var constant = json.DescendantsAndSelf().All(part => part is not (InputValue.Reference or InputValue.Lookup or InputValue.Setting));
        if (constant)
        {
            Raw(lead, "\"\"\"", printed, $"\"\"\"{end}");
        }
        else
        {
            Raw(lead, "Output.Format($$\"\"\"", printed, $"\"\"\"){end}");
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
        ? CSharpText.Escape(text.Value).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
        : $"{{{Inline(part, new SchemaType.Text())}}}";

    private string Reference(InputValue.Reference reference)
    {
        var resource = components[reference.Resource];
        var holder = resource.Owner == component.Owner ? "" : $"{components.Of(resource.Owner).Variable}.";
        return $"{holder}{Component.PropertyOf(resource)}.{Sdk.Property(resource.Type.Value, reference.Output)}";
    }

    private static string Setting(InputValue.Setting setting) => setting switch
    {
        { Secret: true } => $"new Config().RequireSecret({CSharpText.Literal(setting.Key)})",
        { Default: { } fallback } => $"(new Config().Get({CSharpText.Literal(setting.Key)}) ?? {CSharpText.Literal(fallback)})",
        _ => $"new Config().Require({CSharpText.Literal(setting.Key)})",
    };
}
