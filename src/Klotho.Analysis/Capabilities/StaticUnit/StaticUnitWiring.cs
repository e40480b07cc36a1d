using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.StaticUnit;

/// <summary>The runtime declaration of a static unit.</summary>
internal static class StaticUnitWiring
{
    public static string Declaration(CapabilityUse use) => use.Node is StaticUnitNode node
        ? $"new global::Klotho.Wiring.StaticUnitDeclaration({CSharpLiteral.Of(node.Id.Name)}, {CSharpLiteral.Of(node.Folder)}, {CSharpLiteral.Of(node.IndexDocument)})"
        : "";
}
