using Klotho.Analysis.Wire;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Payloads;

/// <summary>
/// Finds members by which an object leads back to the one that holds it. That types lead to each other says little: so they do in
/// trees and lists, of which each object is held once. A line that has its order, where the order has its lines, is another matter.
/// </summary>
internal static class BackReferences
{
    /// <summary>Each member that leads back, with those that it leads back from: where two types hold each other first, then circles of more of them.</summary>
    public static IEnumerable<PayloadCircle> In(ITypeSymbol payload, WireOptions options)
    {
        var objects = WireExtraction.ObjectsIn(payload, options);
        var byName = objects.GroupBy(each => each.Type.Name).ToDictionary(same => same.Key, same => same.First());
        var members = objects.SelectMany(each => MembersOf(each.Symbol, each.Type, byName, options)).ToList();
        var held = members.ToLookup(member => (ISymbol?)member.Of, SymbolEqualityComparer.Default);

        // What is found later stands deeper in the payload, and is likelier to be what leads back.
        var pairs =
            from back in Enumerable.Reverse(members)
            from forth in held[back.Held]
            where Equal(forth.Held, back.Of) && LeadsBack(back, forth)
            select new PayloadCircle(back, [forth]);
        return pairs.Concat(Enumerable.Reverse(members).Select(back => Around(back, held)).OfType<PayloadCircle>());
    }

    // The shortest way around by three types or more. Where all members get their last value as their objects are made, nothing can be held by what was made before it.
    private static PayloadCircle? Around(HoldingMember back, ILookup<ISymbol?, HoldingMember> held)
    {
        var pending = new Queue<IReadOnlyList<HoldingMember>>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { back.Held };
        for (IReadOnlyList<HoldingMember> way = []; !back.IsMany && back.IsDeclared && !Equal(back.Of, back.Held); way = pending.Dequeue())
        {
            foreach (var member in held[way.Count == 0 ? back.Held : way[way.Count - 1].Held].Where(member => member.IsDeclared))
            {
                IReadOnlyList<HoldingMember> longer = [.. way, member];
                if (!Equal(member.Held, back.Of))
                {
                    if (seen.Add(member.Held))
                    {
                        pending.Enqueue(longer);
                    }
                }
                else if (longer.Count > 1 && !(back.IsFixed && longer.All(each => each.IsFixed)))
                {
                    return new(back, longer);
                }
            }

            if (pending.Count == 0)
            {
                break;
            }
        }

        return null;
    }

    private static bool LeadsBack(HoldingMember back, HoldingMember forth)
    {
        // Of two objects one was made first, and only what can change afterwards gets the other.
        if (back.IsMany || SymbolEqualityComparer.Default.Equals(back.Symbol, forth.Symbol) || (back.IsFixed && forth.IsFixed))
        {
            return false;
        }

        // Members of one type are told apart by what they are called: a node's left and right lead away from it.
        return (back.IsDeclared && forth.IsDeclared && !Equal(back.Of, back.Held)) || (back.IsUpward && forth.IsDownward);
    }

    private static IEnumerable<HoldingMember> MembersOf(
        INamedTypeSymbol symbol, WireObject type, Dictionary<WireTypeName, (INamedTypeSymbol Symbol, WireObject Type)> objects, WireOptions options)
    {
        var members = MemberList.Of(symbol, options).Kept.GroupBy(member => member.Name).ToDictionary(same => same.Key, same => same.First().Symbol);
        foreach (var property in type.Properties.Items)
        {
            if (property.IsWritten && members.TryGetValue(property.Name, out var member) && End(property.Value.Shape) is { Reference: { } reference, IsMany: var isMany })
            {
                foreach (var held in WithCases(reference.Type, objects, []).Where(objects.ContainsKey))
                {
                    yield return new(symbol, member, objects[held].Symbol, held.Equals(reference.Type), isMany);
                }
            }
        }
    }

    /// <summary>The type itself, and those that it says stand behind it.</summary>
    private static IEnumerable<WireTypeName> WithCases(
        WireTypeName name, Dictionary<WireTypeName, (INamedTypeSymbol Symbol, WireObject Type)> objects, HashSet<WireTypeName> seen) =>
        seen.Add(name) && objects.TryGetValue(name, out var found) && found.Type.Polymorphism is { } several
            ? several.Cases.Items.SelectMany(each => WithCases(each.Type, objects, seen)).Prepend(name)
            : [name];

    private static (WireReference? Reference, bool IsMany) End(WireShape shape) => shape switch
    {
        WireReference reference => (reference, false),
        WireList list => (End(list.Element.Shape).Reference, true),
        WireMap map => (End(map.Element.Shape).Reference, true),
        _ => (null, false),
    };

    private static bool Equal(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
