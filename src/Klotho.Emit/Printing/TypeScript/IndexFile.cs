using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>Writes the entry point, which puts the components together: the emitted program's table of contents.</summary>
internal static class IndexFile
{
    public static IEnumerable<OutputFile> Print(ComponentSet components, EquatableArray<StackOutput> outputs)
    {
        var lookups = LookupNames.In(outputs.Items.Select(output => output.Value));
        var head = new SourceHead(lookups.Select(lookup => lookup.Function), components.Ordered.Items.Select(component => component.Variable));
        var needed = components.NeededFor(outputs);
        var code = new CodeText();
        head.Write(code, components.IsLarge ? [("extend", "./customize")] : components.Ordered.Items
            .Select(component => (component.ClassName, $"./{ComponentFile.ModuleOf(component)}"))
            .Prepend(("addTags", "./tags"))
            .Prepend(("extend, transform", "./customize")));
        if (components.IsLarge)
        {
            PartFiles.Import(code, components, outputs);
        }
        else
        {
            Register(code);
            code.Line();
            code.Comment("The whole application: each component after those that it needs.");
            Create(code, components, components.Ordered.Items, component => needed.Contains(component.Owner) ? $"const {component.Variable} = " : "");
        }

        code.Line();
        Outputs(code, new ValuePrinter(components, null, head, code), outputs, lookups);
        return [new(new("infra/index.ts"), code.ToString()), .. components.IsLarge ? PartFiles.Print(components, needed) : []];
    }

    /// <summary>What every resource passes through before it is created.</summary>
    public static void Register(CodeText code)
    {
        code.Line("pulumi.runtime.registerStackTransformation(addTags);");
        code.Line("pulumi.runtime.registerStackTransformation(transform);");
    }

    public static void Create(CodeText code, ComponentSet components, IEnumerable<Component> created, Func<Component, string> lead)
    {
        foreach (var component in created)
        {
            code.Line($"{lead(component)}new {component.ClassName}({string.Join(", ", component.Needs.Items.Select(need => components.Of(need).Variable))});");
        }
    }

    private static void Outputs(CodeText code, ValuePrinter printer, EquatableArray<StackOutput> outputs, IEnumerable<InputValue.Lookup> lookups)
    {
        printer.Locals(lookups, outputs.Items.Select(output => output.Value));
        code.Enclosed("const outputs: Record<string, unknown> = {", () =>
        {
            foreach (var output in outputs)
            {
                code.Comment(output.Description);
                printer.Property(output.Name, output.Value);
            }
        }, "};");
        code.Line("extend(outputs);");
        code.Line("export = outputs;");
    }
}
