using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Expose;

/// <summary><c>[assembly: Expose("id")]</c>.</summary>
public sealed class GatewayAnnotation : Annotation
{
    public override string AttributeName => "Klotho.ExposeAttribute";

    public override string Expects => "the assembly";

    public override EquatableArray<DiagnosticRule> Rules => GatewayRules.All;

    public override bool Accepts(AnnotatedSymbol symbol) => true;

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        AnnotationReading.Of(new(new GatewayNode(new(GatewayNode.Kind, symbol.Id), new([symbol.Location])), symbol.Location));

    public override IEnumerable<CapabilityEdge> Edges(CapabilityUse use, EquatableArray<CapabilityNode> nodes) =>
        nodes.Items
            .Where(node => node is IExposableNode)
            .Select(node => new CapabilityEdge(use.Node.Id, node.Id, EdgeKind.Exposes, EquatableArray<OperationUse>.Empty));

    public override IEnumerable<KlothoDiagnostic> Check(EquatableArray<CapabilityUse> uses, EquatableArray<AttemptedUse> attempts)
    {
        var gateways = uses.Items.Where(use => use.Node is GatewayNode).ToArray();
        return gateways.Skip(1).Select(second =>
            GatewayRules.TwoGateways.At([second.Location, gateways[0].Location], second.Node.Id.Name, gateways[0].Node.Id.Name));
    }

    public override WiringPart Wiring(CapabilityUse use) => GatewayWiring.Of(use);
}
