using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>Writes the file of one component.</summary>
internal static class ComponentFile
{
    public static OutputFile Print(ComponentSet components, Component component, IEnumerable<string> about)
    {
        var shared = components.SharedBy(component.Owner);
        var needs = component.Needs.Items.Select(need => (Class: components.ClassOf(need), Variable: components.VariableIn(component, need))).ToList();
        var lookups = LookupNames.In(component.Resources.Items.Select(resource => resource.Inputs));
        var head = new SourceHead(
            component.Resources.Items.Select(resource => resource.Type).Concat(lookups.Select(lookup => lookup.Function)),
            needs.Select(need => need.Variable).Concat(shared?.Parameters.Prepend("type") ?? []).Concat(LookupNames.All(lookups)));
        var code = new CodeText();
        head.Write(code, needs.Select(need => need.Class).Distinct(StringComparer.Ordinal).Select(type => (type, $"./{ModuleOf(type)}")).Prepend((TagFiles.Component, "./component")));
        foreach (var line in about)
        {
            code.Comment(line);
        }

        code.Enclosed($"export class {components.ClassOf(component.Owner)} extends {TagFiles.Component} {{", () =>
        {
            var printer = new ValuePrinter(components, component, head, code);
            foreach (var resource in component.Resources.Items.OrderBy(printer.PropertyOf, StringComparer.Ordinal))
            {
                code.Line($"public readonly {printer.PropertyOf(resource)}: {head.NameOf(resource.Type, TypeScriptSdk.ClassOf(resource.Type))};");
            }

            code.Line();
            Constructor(code, components, component, printer, head);
        }, "}");
        return new(new($"infra/{ModuleOf(components.ClassOf(component.Owner))}.ts"), code.ToString());
    }

    /// <summary>The file of a class as others import it, without its ending.</summary>
    public static string ModuleOf(string type) => CSharpText.Camel(type);

    private static void Constructor(CodeText code, ComponentSet components, Component component, ValuePrinter printer, SourceHead head)
    {
        var shared = components.SharedBy(component.Owner);
        var parameters = shared is null
            ? component.Needs.Items.Select(need => $"{components.Of(need).Variable}: {components.ClassOf(need)}")
            : shared.Parameters.Prepend("type").Select(name => $"{name}: string").Concat(shared.Needs.Select(need => $"{need.Variable}: {components.ClassOf(need.Need)}"));
        code.Enclosed($"constructor({string.Join(", ", parameters)}) {{", () =>
        {
            code.Line(shared is null ? $"super({CSharpText.Literal(component.TypeName)}, {CSharpText.Literal(component.Name)});" : "super(type, name);");
            printer.Locals(LookupNames.In(component.Resources.Items.Select(resource => resource.Inputs)), component.Resources.Items.Select(InputValue (resource) => resource.Inputs));
            code.Line("const options = { parent: this };");
            foreach (var resource in component.Resources)
            {
                code.Line();
                Resource(code, components, component, resource, printer, head);
            }

            code.Line();
            code.Line("this.registerOutputs();");
        }, "}");
    }

    private static void Resource(CodeText code, ComponentSet components, Component component, Resource resource, ValuePrinter printer, SourceHead head)
    {
        if (resource.Comment is not null)
        {
            code.Comment(string.Concat(components.Pieces(component, resource.Comment).Select(piece => piece.Text)));
        }

        var lead = $"this.{printer.PropertyOf(resource)} = new {head.NameOf(resource.Type, TypeScriptSdk.ClassOf(resource.Type))}({printer.Literal(resource.Name.Value)}, ";
        printer.Object(lead, resource.Inputs, $", {Options(resource, printer)});");
    }

    private static string Options(Resource resource, ValuePrinter printer)
    {
        var options = resource.Options;
        string?[] settings =
        [
            options.DependsOn.Count > 0 ? $"dependsOn: [{string.Join(", ", options.DependsOn.Items.Select(printer.Holder))}]" : null,
            options.Provider is { } provider ? $"provider: {printer.Holder(provider)}" : null,
            options.Aliases.Count > 0 ? $"aliases: [{string.Join(", ", options.Aliases.Items.Select(alias => $"{{ name: {printer.Literal(alias)} }}"))}]" : null,
            options.Protect ? "protect: true" : null,
            options.RetainOnDelete ? "retainOnDelete: true" : null,
            options.IgnoreChanges.Count > 0 ? $"ignoreChanges: [{string.Join(", ", options.IgnoreChanges.Items.Select(CSharpText.Literal))}]" : null,
            options.Import is { } existing ? $"import: {printer.Literal(existing)}" : null,
        ];
        return settings.All(setting => setting is null) ? "options" : $"{{ {string.Join(", ", settings.OfType<string>().Prepend("...options"))} }}";
    }
}
