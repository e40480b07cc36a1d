using Klotho.Analysis.Threads;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Annotations;

/// <summary>The attributes that can be annotations, by the file that they stand in: a file that is as it was is not read again.</summary>
internal sealed class AttributeMemory
{
    private Dictionary<SyntaxTree, IReadOnlyList<(ISymbol Symbol, AttributeData Attribute)>> known = [];
    private Dictionary<SyntaxTree, IReadOnlyList<(ISymbol Symbol, AttributeData Attribute)>> current = [];

    /// <summary>Forgets what the last reading did not ask for.</summary>
    public void Begin() => (known, current) = (current, []);

    /// <summary>What is in each file, in their order.</summary>
    public IEnumerable<(ISymbol Symbol, AttributeData Attribute)> In(IEnumerable<SyntaxTree> files, Func<SyntaxTree, IEnumerable<(ISymbol, AttributeData)>> read)
    {
        var all = files.ToList();
        var found = AmpleStack.Map(all, file => known.TryGetValue(file, out var before) ? before : read(file).ToList());
        for (var index = 0; index < all.Count; index++)
        {
            current[all[index]] = found[index];
        }

        return found.SelectMany(each => each);
    }
}
