using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>An interface of the source all of whose members can be called across a unit's boundary.</summary>
public sealed record UnitInterface(TypeName Type, EquatableArray<UnitMethod> Methods);
