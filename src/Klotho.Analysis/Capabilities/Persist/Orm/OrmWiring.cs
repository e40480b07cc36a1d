using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.Orm;

/// <summary>The runtime declaration of a database.</summary>
internal static class OrmWiring
{
    public static string Declaration(CapabilityUse use) =>
        use.Node is OrmNode node ? $"new global::Klotho.Wiring.OrmDeclaration<{node.ContextType.Source}>(\"{node.Id.Name}\")" : "";
}
