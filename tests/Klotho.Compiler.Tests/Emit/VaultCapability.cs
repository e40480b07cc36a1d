using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>A capability that nothing of ours knows: <c>[Vault("id")] IVault</c>, hosted on Secrets Manager.</summary>
internal static class VaultCapability
{
    public static readonly NodeKind Kind = new("vault");

    public static readonly Capability Capability = new(
        new(Kind, new(["vaults"]), "vaults", "How each vault is hosted, by its id.", new([new Safe()])),
        new([new Emission()]),
        new("Vault", NodeShape.Note, "M4 4h16v16H4z", "#333333"));

    public sealed record Node(NodeId Id, EquatableArray<SourceLocation> Locations) : CapabilityNode(Id, Locations)
    {
        public override IEnumerable<NodeProperty> Properties => [];
    }

    public sealed class Reading : Annotation
    {
        public override string AttributeName => "VaultAttribute";

        public override string Expects => "IVault";

        public override bool Accepts(AnnotatedSymbol symbol) => symbol.Type?.Name == "IVault";

        public override AnnotationReading Read(AnnotatedSymbol symbol) => symbol.Type is not { } type
            ? AnnotationReading.Nothing
            : AnnotationReading.Of(new ResourceUse(
                new Node(new(Kind, symbol.Id), new([symbol.Location])), symbol.Location, EdgeKind.Uses, type.OperationNames()));

        public override WiringPart Wiring(CapabilityUse use) => WiringPart.Nothing;
    }

    private sealed class Safe : Candidate
    {
        public override CandidateType Type => new("safe");

        public override string Title => "Safe";

        public override string DefaultReason => "the only one";

        public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.Empty;

        public override IEnumerable<Variant> Variants(VariantContext context) =>
            [Hosting(ParameterSet.Of(this, context), new(default, new(99.9m), ScalesToZero: true), new(context.Facts))];
    }

    private sealed class Emission : Lowering
    {
        public override CandidateType Candidate => new("safe");

        public override OperationActions Operations => new(new([new("IVault.ReadAsync", "secretsmanager:GetSecretValue")]));

        public override IEnumerable<Resource> Resources(NodeLowering node) =>
            [node.Resource(null, "aws:secretsmanager/secret:Secret", InputValue.Map.Of(new InputValue.Entry("description", "A vault.")))];

        public override UnitAccess Access(NodeLowering node, CapabilityEdge edge)
        {
            var arn = new InputValue.Reference(node.Name(), "arn");
            return new(
                Environment: new([EnvironmentVariable.Binding("Vault", node.Id.Name, arn)]),
                Statements: Operations.Statements(edge, _ => arn).ToEquatableArray());
        }
    }
}
