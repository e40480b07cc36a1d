using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>A second type for execution units: one parameter of its own, one that it shares in name with Lambda but not in range.</summary>
internal sealed class ContainerCandidate : Candidate
{
    public override CandidateType Type => new("container");

    public override string Title => "A container";

    public override string DefaultReason => "always on";

    public override string Drawback => "costs around the clock";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("replicas", 2, 1, 100, "How many run."),
        ParameterSpec.Whole("memory", 512, 512, 2048, "Memory in MB."),
    ]);

    public override IEnumerable<Variant> Variants(VariantContext context) =>
        [Hosting(ParameterSet.Of(this, context), new(default, new(99.9m), ScalesToZero: false, Portability: Portability.Kubernetes), new(context.Facts))];
}
