using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking.Json;

namespace Klotho.Planning.Locking;

/// <summary>Collects what is wrong with the entries of a lock file.</summary>
internal sealed class LockFaults(string file)
{
    private readonly List<KlothoDiagnostic> found = [];

    public IReadOnlyCollection<KlothoDiagnostic> All => found;

    /// <param name="where">The value.</param>
    /// <param name="clause">What is wrong, as the beginning of a sentence.</param>
    public void Add(JsonTree where, string clause) => Add(where.Location, clause);

    public void Add(SourceLocation? where, string clause) =>
        found.Add(LockRules.Damaged.At(where ?? new(new(file), 1, 1, 1, 1), clause, file));
}
