using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>The program for Pulumi's .NET SDK.</summary>
public sealed class CSharpProgram : ProgramPrinter
{
    public override string Language => "csharp";

    public override string Title => "C#";

    public override string Needs => "the .NET SDK";

    public override string? Install => null;

    public override OutputPath Customization => new("infra/Customize.cs");

    public override IEnumerable<OutputFile> Print(ProgramInput input)
    {
        var ns = $"{CSharpText.Pascal(input.App.Value)}.Infra";
        var components = new ComponentSet(input);
        return
        [
            ProjectFile.Print(ns, ProvidersOf(input)),
            PulumiProject.Print(input, "dotnet"),
            EntryPoint(ns),
            .. StackFile.Print(components, input.Resources.Outputs, input.AboutOf, ns),
            TagsFile.Print(input.App, ns),
            CustomizeFile.Print(ns),
            .. components.Single.Select(component => ComponentFile.Print(components, component, ns, input.AboutOf(component.Owner))),
            .. components.Shared.Select(shared => ComponentFile.Print(components, shared.First, ns, shared.About)),
        ];
    }

    private static EquatableArray<string> ProvidersOf(ProgramInput input) => input.Resources.Resources.Items
        .Select(resource => CSharpSdk.Current.ProviderOf(resource.Type))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .ToEquatableArray();

    private static OutputFile EntryPoint(string ns) => new(new("infra/Program.cs"), $$"""
        {{SourceHead.Notice}}
        using Pulumi;
        using {{ns}};

        return await Deployment.RunAsync(AppStack.Define, new StackOptions { ResourceTransformations = [Tags.Add, Customize.Transform] });

        """.ReplaceLineEndings("\n"));
}
