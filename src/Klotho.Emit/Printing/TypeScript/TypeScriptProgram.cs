using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>The program for Pulumi's Node SDK.</summary>
public sealed class TypeScriptProgram : ProgramPrinter
{
    public override string Language => "typescript";

    public override string Title => "TypeScript";

    public override string Needs => "Node.js 20 or later";

    public override string Install => "npm install";

    public override OutputPath Customization => new("infra/customize.ts");

    public override IEnumerable<OutputFile> Print(ProgramInput input)
    {
        var components = new ComponentSet(input);
        return
        [
            PackageFiles.Package(input.Project, ProvidersOf(input)),
            PackageFiles.Compiler(),
            PulumiProject.Print(input, "nodejs"),
            CustomizeFile.Print(),
            .. TagFiles.Print(input.App),
            .. IndexFile.Print(components, input.Resources.Outputs, input.AboutOf),
            .. components.Single.Select(component => ComponentFile.Print(components, component, input.AboutOf(component.Owner))),
            .. components.Shared.Select(shared => ComponentFile.Print(components, shared.First, shared.About)),
        ];
    }

    private static EquatableArray<string> ProvidersOf(ProgramInput input) => input.Resources.Resources.Items
        .Select(resource => TypeScriptSdk.PackageOf(resource.Type))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .ToEquatableArray();
}
