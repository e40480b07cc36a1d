using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>What the deployment of a large application reports, a part in each file.</summary>
internal static class OutputFiles
{
    public static void Import(CodeText code, int parts)
    {
        for (var number = 1; number <= parts; number++)
        {
            code.Line($"import {{ outputs{number} }} from \"./outputs{number}\";");
        }
    }

    public static IEnumerable<OutputFile> Print(ComponentSet components, EquatableArray<StackOutput> outputs) =>
        components.PartsOf(outputs).Select((part, index) => Part(components, part, index + 1));

    private static OutputFile Part(ComponentSet components, StackOutput[] part, int number)
    {
        var lookups = LookupNames.In(part.Select(output => output.Value));
        var head = new SourceHead(lookups.Select(lookup => lookup.Function), components.Ordered.Items.Select(component => component.Variable));
        var imports = new CodeText();
        PartFiles.ImportUsed(imports, components, part, everyPart: false);
        var body = new CodeText();
        IndexFile.Outputs(body, new ValuePrinter(components, null, head, body), part, lookups, $"export const outputs{number}");
        var code = new CodeText();
        head.Write(code, []);
        return new(new($"infra/outputs{number}.ts"), $"{code.ToString().TrimEnd('\n')}\n{imports}\n{body}");
    }
}
