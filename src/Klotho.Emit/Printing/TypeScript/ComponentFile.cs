using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>Writes the file of one component.</summary>
internal static class ComponentFile
{
    public static OutputFile Print(ComponentSet components, Component component, IEnumerable<string> about)
    {
        var needs = component.Needs.Items.Select(components.Of).ToList();
        var lookups = LookupNames.In(component.Resources.Items.Select(resource => resource.Inputs));
        var head = new SourceHead(
            component.Resources.Items.Select(resource => resource.Type).Concat(lookups.Select(lookup => lookup.Function)),
            needs.Select(need => need.Variable).Concat(lookups.Select(LookupNames.NameOf)));
        var code = new CodeText();
        head.Write(code, needs.Select(need => (need.ClassName, $"./{ModuleOf(need)}")).Prepend((TagFiles.Component, "./component")));
        foreach (var line in about)
        {
            code.Comment(line);
        }

        code.Enclosed($"export class {component.ClassName} extends {TagFiles.Component} {{", () =>
        {
            foreach (var resource in component.Resources.Items.OrderBy(ValuePrinter.PropertyOf, StringComparer.Ordinal))
            {
                code.Line($"public readonly {ValuePrinter.PropertyOf(resource)}: {head.NameOf(resource.Type, TypeScriptSdk.ClassOf(resource.Type))};");
            }

            code.Line();
            Constructor(code, components, component, new(components, component, head, code), head);
        }, "}");
        return new(new($"infra/{ModuleOf(component)}.ts"), code.ToString());
    }

    /// <summary>The file of a component as others import it, without its ending.</summary>
    public static string ModuleOf(Component component) => component.Variable;

    private static void Constructor(CodeText code, ComponentSet components, Component component, ValuePrinter printer, SourceHead head)
    {
        var parameters = string.Join(", ", component.Needs.Items.Select(components.Of).Select(need => $"{need.Variable}: {need.ClassName}"));
        code.Enclosed($"constructor({parameters}) {{", () =>
        {
            code.Line($"super({CSharpText.Literal(component.TypeName)}, {CSharpText.Literal(component.Name)});");
            printer.Locals(LookupNames.In(component.Resources.Items.Select(resource => resource.Inputs)), component.Resources.Items.Select(InputValue (resource) => resource.Inputs));
            code.Line("const options = { parent: this };");
            foreach (var resource in component.Resources)
            {
                code.Line();
                Resource(code, resource, printer, head);
            }

            code.Line();
            code.Line("this.registerOutputs();");
        }, "}");
    }

    private static void Resource(CodeText code, Resource resource, ValuePrinter printer, SourceHead head)
    {
        if (resource.Comment is not null)
        {
            code.Comment(resource.Comment);
        }

        var lead = $"this.{ValuePrinter.PropertyOf(resource)} = new {head.NameOf(resource.Type, TypeScriptSdk.ClassOf(resource.Type))}({CSharpText.Literal(resource.Name.Value)}, ";
        printer.Object(lead, resource.Inputs, $", {Options(resource, printer)});");
    }

    private static string Options(Resource resource, ValuePrinter printer)
    {
        var options = resource.Options;
        string?[] settings =
        [
            options.DependsOn.Count > 0 ? $"dependsOn: [{string.Join(", ", options.DependsOn.Items.Select(printer.Holder))}]" : null,
            options.Provider is { } provider ? $"provider: {printer.Holder(provider)}" : null,
            options.Aliases.Count > 0 ? $"aliases: [{string.Join(", ", options.Aliases.Items.Select(alias => $"{{ name: {CSharpText.Literal(alias)} }}"))}]" : null,
            options.Protect ? "protect: true" : null,
            options.RetainOnDelete ? "retainOnDelete: true" : null,
            options.IgnoreChanges.Count > 0 ? $"ignoreChanges: [{string.Join(", ", options.IgnoreChanges.Items.Select(CSharpText.Literal))}]" : null,
            options.Import is { } existing ? $"import: {CSharpText.Literal(existing)}" : null,
        ];
        return settings.All(setting => setting is null) ? "options" : $"{{ {string.Join(", ", settings.OfType<string>().Prepend("...options"))} }}";
    }
}
