using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Static state that one unit changes and another one uses. In one process they see the same; as processes of their own each has a copy.
/// </summary>
internal static class SharedState
{
    /// <summary>Each field or property once: where it is changed first, and with it the first place that uses it in another unit.</summary>
    public static IEnumerable<KlothoDiagnostic> Of(IReadOnlyList<UnitClosure> closures, ReachInput input)
    {
        var entry = input.Program.App.GetEntryPoint(CancellationToken.None);
        var uses = closures
            .SelectMany(closure => closure.Remarkable.SelectMany(body => body.Summary.StaticUses.Select(use => (closure.Unit, use.Member, use.At,
                Changes: use.Changes && body.Method.MethodKind != MethodKind.StaticConstructor && !IsStart(body, entry)))))
            .GroupBy(use => use.Member, SymbolEqualityComparer.Default)
            .Where(member => member.Any(use => use.Changes) && member.Any(use => use.Unit != member.First().Unit))
            .SelectMany(member => member)
            .Select(use => (use.Unit, use.Member, Place: input.Root.At(use.At), use.Changes))
            .OrderBy(use => use.Unit)
            .ThenBy(use => use.Place)
            .ToLookup(use => use.Member, SymbolEqualityComparer.Default);
        foreach (var member in uses)
        {
            foreach (var change in member.Where(use => use.Changes).Take(1))
            {
                foreach (var other in member.Where(use => use.Unit != change.Unit).Take(1))
                {
                    yield return UnitBoundaryRules.SharedState.At([change.Place, other.Place], $"{change.Member.ContainingType.Name}.{change.Member.Name}", change.Unit.Name, other.Unit.Name);
                }
            }
        }
    }

    // Every process runs the start of the application, and so has what is set there.
    private static bool IsStart(ReachedBody body, IMethodSymbol? entry) => SymbolEqualityComparer.Default.Equals(body.Root.Method, entry);
}
