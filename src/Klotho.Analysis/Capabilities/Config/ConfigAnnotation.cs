using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.Config;

/// <summary><c>[Config("id")] IConfigValue&lt;T&gt;</c>.</summary>
public sealed class ConfigAnnotation : Annotation
{
    public override string AttributeName => "Klotho.ConfigAttribute";

    public override string Expects => "IConfigValue<T>";

    public override bool AcceptsPlainKey => true;

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Type.Is("Klotho.IConfigValue`1");

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Type is not INamedTypeSymbol type
            ? AnnotationReading.Nothing
            : AnnotationReading.Of(new ResourceUse(
                new ConfigNode(new(ConfigNode.Kind, symbol.Id), new([symbol.Location]), type.TypeArguments[0].ToTypeName(), symbol.Flag("Secret")),
                symbol.Location,
                EdgeKind.Uses,
                type.OperationNames()));

    public override WiringPart Wiring(CapabilityUse use) => ConfigWiring.Of(use);
}
