using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>An interface of the source all of whose members can be called across a unit's boundary.</summary>
/// <param name="Type">The interface.</param>
/// <param name="FullName">Its name by which calls name it: dots between all its parts.</param>
/// <param name="Methods">Its methods and those of interfaces that it extends.</param>
public sealed record UnitInterface(TypeName Type, string FullName, EquatableArray<UnitMethod> Methods);
