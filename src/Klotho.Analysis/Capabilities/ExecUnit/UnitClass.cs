using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>A class put into a unit, and the interfaces through which other units can call it.</summary>
public sealed record UnitClass(ExecUnitNode Unit, SourceLocation Location, TypeName Class, EquatableArray<UnitInterface> Interfaces)
    : CapabilityUse(Unit, Location);
