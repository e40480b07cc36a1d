using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.Orm;

/// <summary>The runtime declaration of a database.</summary>
internal static class OrmWiring
{
    public static WiringPart Of(CapabilityUse use) => use.Node is OrmNode node
        ? WiringPart.Of($"new global::Klotho.Wiring.OrmDeclaration<{node.ContextType.Source}>({CSharpLiteral.Of(node.Id.Name)})")
        : WiringPart.Nothing;
}
