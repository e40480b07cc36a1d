using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>The runtime declaration of a class in a unit.</summary>
internal static class ExecUnitWiring
{
    public static string Declaration(CapabilityUse use) => use is UnitClass unit
        ? $"new global::Klotho.Wiring.UnitDeclaration<{unit.Class.Source}>({CSharpLiteral.Of(unit.Node.Id.Name)})"
        : "";
}
