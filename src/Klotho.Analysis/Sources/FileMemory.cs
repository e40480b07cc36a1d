using Klotho.Analysis.Threads;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Sources;

/// <summary>What was read of files: a file that is as it was is not read again.</summary>
internal sealed class FileMemory<T>
{
    private Dictionary<SyntaxTree, T> known = [];
    private Dictionary<SyntaxTree, T> current = [];

    /// <summary>Forgets what the last reading did not ask for.</summary>
    public void Begin() => (known, current) = (current, []);

    /// <summary>What is in each file, in their order.</summary>
    public IReadOnlyList<T> In(IEnumerable<SyntaxTree> files, Func<SyntaxTree, T> read)
    {
        var all = files.ToList();
        var found = AmpleStack.Map(all, file => known.TryGetValue(file, out var before) ? before : read(file));
        for (var index = 0; index < all.Count; index++)
        {
            current[all[index]] = found[index];
        }

        return found;
    }
}
