using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Annotations;

/// <summary>The attributes that can be annotations, by the file that they stand in: a file that is as it was is not read again.</summary>
internal sealed class AttributeMemory
{
    private Dictionary<SyntaxTree, IReadOnlyList<(ISymbol Symbol, AttributeData Attribute)>> known = [];
    private Dictionary<SyntaxTree, IReadOnlyList<(ISymbol Symbol, AttributeData Attribute)>> current = [];

    /// <summary>Forgets what the last reading did not ask for.</summary>
    public void Begin() => (known, current) = (current, []);

    public IReadOnlyList<(ISymbol Symbol, AttributeData Attribute)> In(SyntaxTree file, Func<SyntaxTree, IEnumerable<(ISymbol, AttributeData)>> read)
    {
        if (!current.TryGetValue(file, out var found))
        {
            current[file] = found = known.TryGetValue(file, out var before) ? before : read(file).ToList();
        }

        return found;
    }
}
