using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Sources.Edits;

/// <summary>Finds the files of a compilation that have another text in a later one.</summary>
internal static class CompilationEdits
{
    /// <summary>Adds each file with its later version; false where the compilations differ in more than texts.</summary>
    /// <param name="before">The earlier compilation.</param>
    /// <param name="after">The later one.</param>
    /// <param name="compared">The earlier compilations that are compared, each for itself.</param>
    /// <param name="edited">The later versions by the earlier ones.</param>
    public static bool Find(Compilation before, Compilation after, IReadOnlyCollection<Compilation> compared, Dictionary<SyntaxTree, SyntaxTree> edited)
    {
        if (ReferenceEquals(before, after))
        {
            return true;
        }

        using var old = before.SyntaxTrees.GetEnumerator();
        using var young = after.SyntaxTrees.GetEnumerator();
        while (true)
        {
            var (hasOld, hasYoung) = (old.MoveNext(), young.MoveNext());
            if (hasOld != hasYoung)
            {
                return false;
            }

            if (!hasOld)
            {
                return before.AssemblyName == after.AssemblyName && before.Options.Equals(after.Options) && HaveSameReferences(before, after, compared);
            }

            // A file of two compilations has the same text in both.
            if (old.Current != young.Current && edited.TryGetValue(old.Current, out var known) && known != young.Current)
            {
                return false;
            }

            if (old.Current != young.Current)
            {
                edited[old.Current] = young.Current;
            }
        }
    }

    private static bool HaveSameReferences(Compilation before, Compilation after, IReadOnlyCollection<Compilation> compared) =>
        before.References.Count() == after.References.Count()
        && before.References.Zip(after.References, (old, young) => IsSame(old, young, compared)).All(same => same);

    private static bool IsSame(MetadataReference old, MetadataReference young, IReadOnlyCollection<Compilation> compared) => ReferenceEquals(old, young)
        || (old is CompilationReference { Compilation: var one } && young is CompilationReference { Compilation: var other }
            && (ReferenceEquals(one, other) || (compared.Contains(one) && one.AssemblyName == other.AssemblyName)) && old.Properties.Equals(young.Properties));
}
