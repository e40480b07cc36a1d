using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Payloads;

/// <summary>Members by which an object leads back to itself. It lives as long as the compilation.</summary>
/// <param name="Back">The member that leads back.</param>
/// <param name="Way">The members that lead from there to the object that has it, in their order.</param>
internal sealed record PayloadCircle(HoldingMember Back, IReadOnlyList<HoldingMember> Way)
{
    /// <summary>The types, each held by the one before it: <c>Order → Line → Order</c>.</summary>
    public string Types => string.Join(" → ", Way.Select(member => member.Of).Append(Back.Of).Append(Way[0].Of).Select(type => type.WithNullableAnnotation(NullableAnnotation.None).ToMessage()));
}
