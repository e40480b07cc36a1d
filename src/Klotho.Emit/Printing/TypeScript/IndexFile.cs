using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>Writes the entry point, which puts the components together: the emitted program's table of contents.</summary>
internal static class IndexFile
{
    public static IEnumerable<OutputFile> Print(ComponentSet components, EquatableArray<StackOutput> outputs, Func<NodeId, IEnumerable<string>> aboutOf)
    {
        var parts = components.PartsOf(outputs);
        var lookups = LookupNames.In(parts.Count > 0 ? [] : outputs.Items.Select(output => output.Value));
        var head = new SourceHead(lookups.Select(lookup => lookup.Function), components.Ordered.Items.Select(component => component.Variable));
        var needed = components.NeededFor(outputs);
        var code = new CodeText();
        head.Write(code, components.IsLarge ? [("extend", "./customize")] : components.Ordered.Items.Select(component => components.ClassOf(component.Owner)).Distinct(StringComparer.Ordinal)
            .Select(type => (type, $"./{ComponentFile.ModuleOf(type)}"))
            .Prepend(("addTags", "./tags"))
            .Prepend(("extend, transform", "./customize")));
        if (components.IsLarge)
        {
            PartFiles.Import(code, components, parts.Count > 0 ? default : outputs);
            OutputFiles.Import(code, parts.Count);
        }
        else
        {
            Register(code);
            code.Line();
            code.Comment("The whole application: each component after those that it needs.");
            Create(code, components, components.Ordered.Items, aboutOf, component => needed.Contains(component.Owner) ? $"const {component.Variable} = " : "");
        }

        code.Line();
        if (parts.Count > 0)
        {
            code.Line($"const outputs: Record<string, unknown> = {{ {string.Join(", ", Enumerable.Range(1, parts.Count).Select(number => $"...outputs{number}"))} }};");
        }
        else
        {
            Outputs(code, new ValuePrinter(components, null, head, code), outputs.Items, lookups, "const outputs");
        }

        code.Line("extend(outputs);");
        code.Line("export = outputs;");
        return
        [
            new(new("infra/index.ts"), code.ToString()),
            .. components.IsLarge ? PartFiles.Print(components, needed, aboutOf) : [],
            .. OutputFiles.Print(components, outputs),
        ];
    }

    /// <summary>What every resource passes through before it is created.</summary>
    public static void Register(CodeText code)
    {
        code.Line("pulumi.runtime.registerStackTransformation(addTags);");
        code.Line("pulumi.runtime.registerStackTransformation(transform);");
    }

    public static void Create(CodeText code, ComponentSet components, IEnumerable<Component> created, Func<NodeId, IEnumerable<string>> aboutOf, Func<Component, string> lead)
    {
        foreach (var component in created)
        {
            // What is said of one component alone stands where it is created, if its class is that of others too.
            foreach (var line in components.SharedBy(component.Owner) is null ? [] : aboutOf(component.Owner))
            {
                code.Comment(line);
            }

            var (names, needs) = components.ArgumentsOf(component);
            var arguments = names.Select(CSharpText.Literal).Concat(needs.Select(need => need.Variable));
            code.Line($"{lead(component)}new {components.ClassOf(component.Owner)}({string.Join(", ", arguments)});");
        }
    }

    /// <summary>Writes the variable that holds what is reported.</summary>
    public static void Outputs(CodeText code, ValuePrinter printer, IEnumerable<StackOutput> outputs, IReadOnlyList<InputValue.Lookup> lookups, string variable)
    {
        var reported = outputs.ToList();
        printer.Locals(lookups, reported.Select(output => output.Value));
        code.Enclosed($"{variable}: Record<string, unknown> = {{", () =>
        {
            foreach (var output in reported)
            {
                code.Comment(output.Description);
                printer.Property(output.Name, output.Value);
            }
        }, "};");
    }
}
