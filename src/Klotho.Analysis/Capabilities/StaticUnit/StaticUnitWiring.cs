using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.StaticUnit;

/// <summary>The runtime declaration of a static unit.</summary>
internal static class StaticUnitWiring
{
    public static WiringPart Of(CapabilityUse use)
    {
        if (use.Node is not StaticUnitNode node)
        {
            return WiringPart.Nothing;
        }

        var optional = new[] { ("indexDocument", node.IndexDocument), ("buildCommand", node.BuildCommand), ("buildDirectory", node.BuildDirectory) }
            .Where(argument => argument.Item2 is not null)
            .Select(argument => $", {argument.Item1}: {CSharpLiteral.Of(argument.Item2)}");
        return WiringPart.Of(
            $"new global::Klotho.Wiring.StaticUnitDeclaration({CSharpLiteral.Of(node.Id.Name)}, {CSharpLiteral.Of(node.Folder)}{string.Concat(optional)})");
    }
}
