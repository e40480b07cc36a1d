using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Calls that would end in classes of which the unit has no object, until it has one.</summary>
/// <param name="started">What every process has by then; null where that is not known.</param>
internal sealed class WaitingCalls(StartedProcess? started)
{
    private readonly Dictionary<ISymbol, List<(IMethodSymbol Target, ReachedBody From, Location At)>> waiting = new(SymbolEqualityComparer.Default);
    private readonly List<(IMethodSymbol Method, ReachedBody From, Location At)> unanswered = [];

    /// <summary>Whether a call can end there: in classes where the unit can have an object of them; what is no class, or has no object, answers everywhere.</summary>
    public bool IsAnswered(IMethodSymbol method, IMethodSymbol target, ISet<ISymbol> alive) =>
        target.IsStatic || started is null || target.ContainingType.TypeKind != TypeKind.Class
        || alive.Contains(target.ContainingType) || started.Existing.Contains(target.ContainingType) || SymbolEqualityComparer.Default.Equals(target, method)
        || target.ContainingType.DerivesFrom("System.Attribute");

    public void Wait(IMethodSymbol target, ReachedBody from, Location at)
    {
        if (!waiting.TryGetValue(target.ContainingType, out var list))
        {
            waiting[target.ContainingType] = list = [];
        }

        list.Add((target, from, at));
    }

    /// <summary>A call that no class of which the unit has an object answers yet.</summary>
    public void Unanswered(IMethodSymbol method, ReachedBody from, Location at) => unanswered.Add((method, from, at));

    /// <summary>What waited for an object of the class.</summary>
    public IReadOnlyList<(IMethodSymbol Target, ReachedBody From, Location At)> Of(INamedTypeSymbol type)
    {
        if (!waiting.TryGetValue(type, out var list))
        {
            return [];
        }

        waiting.Remove(type);
        return list;
    }

    /// <summary>The calls that nothing answered, each once.</summary>
    public IReadOnlyList<(IMethodSymbol Method, ReachedBody From, Location At)> Unanswered()
    {
        var found = unanswered.ToArray();
        unanswered.Clear();
        return found;
    }
}
