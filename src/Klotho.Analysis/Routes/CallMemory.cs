using Klotho.Analysis.Threads;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>The calls and creations of files by name, found once for each version of a file.</summary>
internal sealed class CallMemory
{
    private Dictionary<SyntaxTree, CallsOfFile> known = [];
    private Dictionary<SyntaxTree, CallsOfFile> current = [];

    /// <summary>The calls of each file; what is known of others is forgotten.</summary>
    public IReadOnlyList<CallsOfFile> In(IEnumerable<SyntaxTree> files, CancellationToken cancel)
    {
        (known, current) = (current, []);
        var all = files.ToList();
        var found = AmpleStack.Map(all, file => known.TryGetValue(file, out var calls) ? calls : new(file.GetRoot(cancel)));
        for (var index = 0; index < all.Count; index++)
        {
            current[all[index]] = found[index];
        }

        return found;
    }
}
