using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>The memory that a unit needs.</summary>
public sealed record MemoryRequirement(RequirementLine Line, DataSize Least) : Requirement(Line)
{
    public static readonly RequirementKind Kind = RequirementKind.Of(
        "memory",
        Aspects.RunsCode,
        new QuantityKey("The memory that the code needs.", DataSize.Format, "2 GiB"),
        line => new MemoryRequirement(line, DataSize.Parse(line.Text)));

    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        variant.Traits.Memory is { } there && there < Least ? Misses($"{there}", 1 - ((decimal)there.Bytes / Least.Bytes)) : null;

    public override Wish Ask(Wish wish) => wish with { Memory = Least };
}
