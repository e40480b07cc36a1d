using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Wire;

/// <summary>An enum. Members are sorted by value, then by name.</summary>
/// <param name="Name">The name in the schema; an enum that is written both ways is two types.</param>
/// <param name="Underlying">The type of its numbers.</param>
/// <param name="ByName">Whether members are written by name; by number otherwise.</param>
/// <param name="ReadsNumbers">Whether a number is read too where members are written by name.</param>
/// <param name="IsFlags">Whether members are combined: names are then written with commas.</param>
/// <param name="Members">The members.</param>
public sealed record WireEnum(
    WireTypeName Name, WireScalarKind Underlying, bool ByName, bool ReadsNumbers, bool IsFlags, EquatableArray<WireEnumMember> Members)
    : WireType(Name);
