using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Sources;

namespace Klotho.Analysis.GraphBuilding;

/// <summary>The unit that every application has: its own entry point.</summary>
public static class DefaultUnit
{
    public static ExecUnitNode Of(SourceProgram program, SourceRoot root, CancellationToken cancel)
    {
        var entry = program.App.GetEntryPoint(cancel)?.Locations.FirstOrDefault()
            ?? program.App.SyntaxTrees.FirstOrDefault()?.GetRoot(cancel).GetLocation();
        var locations = entry is null ? EquatableArray<SourceLocation>.Empty : new([Start(root.At(entry))]);
        return new(ExecUnitNode.DefaultId, locations, IsDefault: true, EquatableArray<TypeName>.Empty);
    }

    // The entry point of top-level statements spans the whole file: its beginning is where it is.
    private static SourceLocation Start(SourceLocation at) => at with { EndLine = at.Line, EndColumn = at.EndLine == at.Line ? at.EndColumn : at.Column };
}
