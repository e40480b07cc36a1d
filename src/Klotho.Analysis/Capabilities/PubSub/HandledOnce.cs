using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary><c>[Idempotent]</c> on a handler, as its wiring says it.</summary>
/// <param name="Store">The id of the store that remembers what was handled.</param>
/// <param name="Key">The expression of the key, of a variable <c>message</c>; null for the message's id.</param>
public sealed record HandledOnce(string Store, string? Key)
{
    public const string Attribute = "Klotho.IdempotentAttribute";

    /// <summary>What the attribute on the method says; null where there is none, or one that is wrong (its own reader says how).</summary>
    public static HandledOnce? On(IMethodSymbol method, ITypeSymbol message)
    {
        var attribute = method.GetAttributes().FirstOrDefault(each => each.AttributeClass.Is(Attribute));
        if (attribute is null)
        {
            return null;
        }

        var store = StoreOf(method, attribute);
        return attribute.ConstructorArguments.FirstOrDefault().Value is not string name ? new(store, null)
            : KeyMember.Find(message, name, method) is { } member && KeyMember.Text(member) is { } text ? new(store, text)
            : null;
    }

    /// <summary>The id of the store: the one that the attribute names, else one for all handlers of the unit.</summary>
    public static string StoreOf(IMethodSymbol method, AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Store").Value.Value as string
        ?? $"{UnitMembership.UnitOf(method.ContainingType).Name}-inbox";
}
