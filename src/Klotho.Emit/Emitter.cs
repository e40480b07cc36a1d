using Klotho.Analysis;
using Klotho.Analysis.Diagnostics;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;

namespace Klotho.Emit;

/// <summary>The emission stage: a plan becomes provider resources, and those become the files to write.</summary>
public static class Emitter
{
    public static EmitResult Run(EmitInput input)
    {
        var context = new LoweringContext(input.Plan, input.Catalogue.Capabilities, input.Layout);
        var resources = ResourceGraphBuilder.Build(context);
        var files = new List<OutputFile>();
        return new(
            new OutputTree(files.OrderBy(file => file.Path).ToEquatableArray()),
            resources,
            EquatableArray<KlothoDiagnostic>.Empty);
    }
}
