using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>What the deployment of a large application reports, a part in each file.</summary>
internal static class OutputFiles
{
    public static IEnumerable<OutputFile> Print(ComponentSet components, EquatableArray<StackOutput> outputs, string ns) =>
        components.PartsOf(outputs).Select((part, index) => Part(components, part, index + 1, ns));

    private static OutputFile Part(ComponentSet components, StackOutput[] part, int number, string ns)
    {
        var lookups = LookupNames.In(part.Select(output => output.Value));
        var code = new CodeText();
        SourceHead.Write(code, ns, lookups.Select(lookup => CSharpSdk.Current.ProviderOf(lookup.Function)));
        code.Block("public static partial class AppOutputs", () => code.Block($"public static void Part{number}(AppComponents app, IDictionary<string, object?> outputs)", () =>
        {
            var printer = new ValuePrinter(components, null, code);
            printer.Locals(lookups);
            foreach (var output in part)
            {
                code.Comment(output.Description);
                code.Line($"outputs[{CSharpText.Literal(output.Name)}] = {printer.Inline(output.Value, new SchemaType.Text())};");
            }
        }));
        return new(new($"infra/AppOutputs.Part{number}.cs"), code.ToString());
    }
}
