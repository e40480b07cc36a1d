using Klotho.Analysis.Capabilities;
using Klotho.Analysis.Sources;
using Klotho.Analysis.Sources.Edits;
using Klotho.Analysis.Threads;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis;

/// <summary>
/// Analysis for a process that stays. It says what <see cref="CapabilityAnalysis"/> says. After edits that no other code can see it reads
/// only what was edited: the new code is bound in the compilation that was analyzed in full, so that all that is known of other code holds.
/// After any other change it reads everything.
/// </summary>
public sealed class LiveAnalysis
{
    private readonly Dictionary<SyntaxTree, EditedFile> known = [];
    private (AnalysisInput Input, SourceProgram Program, AnalysisMemory Memory)? standing;

    /// <summary>Whether the last analysis read only what was edited.</summary>
    public bool WasQuick { get; private set; }

    /// <param name="input">A compilation without errors; if it was made of the last one by replacing files, most of it is known.</param>
    /// <param name="cancel">Ends the work.</param>
    public AnalysisResult Run(AnalysisInput input, CancellationToken cancel) => AmpleStack.Run(() => Analyze(input, cancel));

    private AnalysisResult Analyze(AnalysisInput input, CancellationToken cancel)
    {
        if (standing is { } before && EditsOf(before.Input, before.Program, input, cancel) is { } edits)
        {
            var root = input.Root with { Moved = edits.Now };
            var quick = CapabilityAnalysis.Analyze(input with { Root = root }, before.Program.After(edits), before.Memory, AnnotationCatalogue.All, cancel);
            if (!edits.IsLost)
            {
                WasQuick = true;
                return quick;
            }
        }

        WasQuick = false;
        standing = null;
        known.Clear();
        var (program, memory) = (SourceProgram.Of(input.App), new AnalysisMemory());
        var result = CapabilityAnalysis.Analyze(input, program, memory, AnnotationCatalogue.All, cancel);
        standing = (input, program, memory);
        return result;
    }

    /// <summary>Null where something else is new than code within bodies.</summary>
    private SourceEdits? EditsOf(AnalysisInput before, SourceProgram program, AnalysisInput after, CancellationToken cancel)
    {
        var now = SourceProgram.Of(after.App).Compilations;
        if (before.Name != after.Name || before.Root != after.Root || now.Length != program.Compilations.Length)
        {
            return null;
        }

        var edited = new Dictionary<SyntaxTree, SyntaxTree>();
        foreach (var (old, young) in program.Compilations.Zip(now, (old, young) => (old, young)))
        {
            if (!CompilationEdits.Find(old, young, program.Compilations, edited))
            {
                return null;
            }
        }

        foreach (var gone in known.Keys.Where(tree => !edited.ContainsValue(tree)).ToList())
        {
            known.Remove(gone);
        }

        foreach (var pair in edited.Where(pair => !known.ContainsKey(pair.Value)))
        {
            if (EditedFile.Of(pair.Key, pair.Value, program.ModelOf(pair.Key), cancel) is not { } file)
            {
                return null;
            }

            known[pair.Value] = file;
        }

        return new([.. edited.Values.Select(tree => known[tree])]);
    }
}
