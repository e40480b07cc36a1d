using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>Writes the class that puts the components together: the emitted program's table of contents.</summary>
internal static class StackFile
{
    public static IEnumerable<OutputFile> Print(ComponentSet components, EquatableArray<StackOutput> outputs, Func<NodeId, IEnumerable<string>> aboutOf, string ns)
    {
        var parts = components.PartsOf(outputs).Count;
        var lookups = LookupNames.In(parts > 0 ? [] : outputs.Items.Select(output => output.Value));
        var needed = components.NeededFor(outputs);
        var code = new CodeText();
        SourceHead.Write(code, ns, lookups.Select(lookup => CSharpSdk.Current.ProviderOf(lookup.Function)));
        code.Comment("The whole application: each component after those that it needs.");
        code.Block("public static class AppStack", () =>
        {
            code.Block("public static Task<IDictionary<string, object?>> Define()", () =>
            {
                if (components.IsLarge)
                {
                    code.Line("var app = new AppComponents();");
                }

                var creation = new Creation(code, components, aboutOf);
                foreach (var component in components.IsLarge ? [] : components.Ordered.Items)
                {
                    creation.Write(component, needed.Contains(component.Owner) ? $"var {component.Variable}" : "_", need => need.Variable);
                }

                Outputs(code, components, parts > 0 ? default : outputs, lookups, parts);
            });
        });
        return
        [
            new(new("infra/AppStack.cs"), code.ToString()),
            .. components.IsLarge ? PartFiles.Print(components, needed, aboutOf, ns) : [],
            .. OutputFiles.Print(components, outputs, ns),
        ];
    }

    private static void Outputs(CodeText code, ComponentSet components, EquatableArray<StackOutput> outputs, IEnumerable<InputValue.Lookup> lookups, int parts)
    {
        var printer = new ValuePrinter(components, null, code);
        printer.Locals(lookups);
        code.Line();
        if (parts > 0)
        {
            code.Line("var outputs = new Dictionary<string, object?>();");
            for (var number = 1; number <= parts; number++)
            {
                code.Line($"AppOutputs.Part{number}(app, outputs);");
            }
        }
        else
        {
            code.Block("var outputs = new Dictionary<string, object?>", () =>
            {
                foreach (var output in outputs)
                {
                    code.Comment(output.Description);
                    code.Line($"[{CSharpText.Literal(output.Name)}] = {printer.Inline(output.Value, new SchemaType.Text())},");
                }
            }, ";");
        }

        code.Line("Customize.Extend(outputs);");
        code.Line("return Task.FromResult<IDictionary<string, object?>>(outputs);");
    }
}
