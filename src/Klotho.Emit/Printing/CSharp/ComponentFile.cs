using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>Writes the file of one component.</summary>
internal static class ComponentFile
{
    private static readonly CSharpSdk Sdk = CSharpSdk.Current;

    public static OutputFile Print(ComponentSet components, Component component, string ns, IEnumerable<string> about)
    {
        var code = new CodeText();
        SourceHead.Write(code, ns, component.Resources.Items.Select(resource => Sdk.ProviderOf(resource.Type)).Concat(Lookups(component).Select(lookup => Sdk.ProviderOf(lookup.Function))));
        foreach (var line in about)
        {
            code.Comment(line);
        }

        code.Block($"public sealed class {components.ClassOf(component.Owner)} : ComponentResource", () =>
        {
            Constructor(code, components, component);
            foreach (var resource in component.Resources.Items.OrderBy(components.PropertyOf, StringComparer.Ordinal))
            {
                code.Line();
                code.Line($"public {Sdk.TypeOf(resource.Type)} {components.PropertyOf(resource)} {{ get; }}");
            }

            foreach (var custom in component.Resources.Items.Where(CustomObject.Is).DistinctBy(CustomObject.ArgumentsOf))
            {
                code.Line();
                CustomObject.Write(code, custom);
            }
        });
        return new(new($"infra/{components.ClassOf(component.Owner)}.cs"), code.ToString());
    }

    private static void Constructor(CodeText code, ComponentSet components, Component component)
    {
        var shared = components.SharedBy(component.Owner);
        var parameters = shared is null
            ? component.Needs.Items.Select(need => $"{components.ClassOf(need)} {components.Of(need).Variable}")
            : shared.Parameters.Prepend("type").Select(name => $"string {name}").Concat(shared.Needs.Select(need => $"{components.ClassOf(need.Need)} {need.Variable}"));
        code.Line($"public {components.ClassOf(component.Owner)}({string.Join(", ", parameters)})");
        code.Indented(() => code.Line(shared is null ? $": base({CSharpText.Literal(component.TypeName)}, {CSharpText.Literal(component.Name)})" : ": base(type, name)"));
        code.Line("{");
        code.Indented(() =>
        {
            var printer = new ValuePrinter(components, component, code);
            printer.Locals(Lookups(component));
            code.Line("var options = new CustomResourceOptions { Parent = this };");
            foreach (var resource in component.Resources)
            {
                code.Line();
                Resource(code, components, component, resource);
            }

            code.Line();
            code.Line("RegisterOutputs();");
        });
        code.Line("}");
    }

    private static void Resource(CodeText code, ComponentSet components, Component component, Resource resource)
    {
        var printer = new ValuePrinter(components, component, code);
        var type = Sdk.TypeOf(resource.Type);
        var schema = ProviderSchema.Current.FindResource(resource.Type) ?? throw new InvalidOperationException($"{resource.Type} is not in the schema.");
        if (resource.Comment is not null)
        {
            code.Comment(Wording.Comment(components.Pieces(component, resource.Comment)));
        }

        code.Block($"{components.PropertyOf(resource)} = new {type}({Wording.Literal(components.Pieces(component, resource.Name.Value))}, new {(CustomObject.Is(resource) ? CustomObject.ArgumentsOf(resource) : Sdk.ArgumentsOf(resource.Type))}", () =>
        {
            foreach (var entry in CustomObject.Is(resource) ? CustomObject.Inputs(resource) : resource.Inputs.Entries.Items)
            {
                printer.Property(resource.Type.Value, entry, CustomObject.TypeOf(schema, entry.Name));
            }
        }, $", {Options(components, component, resource)});");
    }

    private static string Options(ComponentSet components, Component component, Resource resource)
    {
        var options = resource.Options;
        var settings = new List<string>();
        if (options.DependsOn.Count > 0)
        {
            settings.Add($"DependsOn = {{ {string.Join(", ", options.DependsOn.Items.Select(name => Holder(components, component, components[name])))} }}");
        }

        if (options.Provider is { } provider)
        {
            settings.Add($"Provider = {Holder(components, component, components[provider])}");
        }

        if (options.Aliases.Count > 0)
        {
            settings.Add($"Aliases = {{ {string.Join(", ", options.Aliases.Items.Select(alias => $"new Alias {{ Name = {Wording.Literal(components.Pieces(component, alias))} }}"))} }}");
        }

        if (options.Protect)
        {
            settings.Add("Protect = true");
        }

        if (options.RetainOnDelete)
        {
            settings.Add("RetainOnDelete = true");
        }

        if (options.IgnoreChanges.Count > 0)
        {
            settings.Add($"IgnoreChanges = {{ {string.Join(", ", options.IgnoreChanges.Items.Select(CSharpText.Literal))} }}");
        }

        if (options.Import is { } existing)
        {
            settings.Add($"ImportId = {Wording.Literal(components.Pieces(component, existing))}");
        }

        return settings.Count == 0 ? "options" : $"new CustomResourceOptions {{ Parent = this, {string.Join(", ", settings)} }}";
    }

    private static string Holder(ComponentSet components, Component component, Resource resource) =>
        (resource.Owner == component.Owner ? "" : $"{components.VariableIn(component, resource.Owner)}.") + components.PropertyOf(resource);

    private static IReadOnlyList<InputValue.Lookup> Lookups(Component component) => LookupNames.In(component.Resources.Items.Select(resource => resource.Inputs));
}
