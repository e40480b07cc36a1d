using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Reach;

/// <summary>Units that call each other, directly or through others, so that they wait for themselves.</summary>
internal static class UnitCircles
{
    /// <summary>Each circle once, at the first call in it that leads back to its first unit.</summary>
    public static IEnumerable<KlothoDiagnostic> Of(IReadOnlyList<UnitClosure> closures, ReachInput input)
    {
        var calls = closures
            .SelectMany(closure => closure.Crossings.Select(crossing => (From: closure.Unit, To: crossing.Callee, crossing.Method, At: input.Root.At(crossing.At))))
            .OrderBy(call => call.At)
            .ToLookup(call => call.From);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in closures.Select(closure => closure.Unit).OrderBy(unit => unit))
        {
            if (Way(start, start, unit => calls[unit].Select(call => call.To)) is { } way && told.Add(string.Join(" ", way.Distinct().OrderBy(unit => unit).Select(unit => unit.Name))))
            {
                var closing = calls[way[way.Count - 2]].First(call => call.To == start);
                yield return UnitBoundaryRules.Circle.At(
                    closing.At, $"{closing.Method.ContainingType.Name}.{closing.Method.Name}", string.Join(" → ", way.Select(unit => $"\"{unit.Name}\"")));
            }
        }
    }

    /// <summary>A shortest way of at least one step, with both ends; null where there is none.</summary>
    private static List<NodeId>? Way(NodeId start, NodeId goal, Func<NodeId, IEnumerable<NodeId>> next)
    {
        var from = new Dictionary<NodeId, NodeId>();
        var pending = new Queue<NodeId>([start]);
        while (pending.Count > 0)
        {
            var unit = pending.Dequeue();
            foreach (var each in next(unit))
            {
                if (each == goal)
                {
                    var way = new List<NodeId> { goal, unit };
                    for (var step = unit; step != start; way.Add(step))
                    {
                        step = from[step];
                    }

                    way.Reverse();
                    return way;
                }

                if (each != start && !from.ContainsKey(each))
                {
                    from.Add(each, unit);
                    pending.Enqueue(each);
                }
            }
        }

        return null;
    }
}
