using Klotho.Analysis.Collections;

namespace Klotho.Planning.Facts;

/// <summary>The provider's regions (AWS General Reference: Regions and Zones, commercial partition; 2026-11-22), sorted by name.</summary>
public static class RegionCatalogue
{
    public static readonly EquatableArray<KnownRegion> All = new(
    [
        new(new("af-south-1"), "za"),
        new(new("ap-east-1"), "hk"),
        new(new("ap-east-2"), "tw"),
        new(new("ap-northeast-1"), "jp"),
        new(new("ap-northeast-2"), "kr"),
        new(new("ap-northeast-3"), "jp"),
        new(new("ap-south-1"), "in"),
        new(new("ap-south-2"), "in"),
        new(new("ap-southeast-1"), "sg"),
        new(new("ap-southeast-2"), "au"),
        new(new("ap-southeast-3"), "id"),
        new(new("ap-southeast-4"), "au"),
        new(new("ap-southeast-5"), "my"),
        new(new("ap-southeast-7"), "th"),
        new(new("ca-central-1"), "ca"),
        new(new("ca-west-1"), "ca"),
        new(new("eu-central-1"), "de"),
        new(new("eu-central-2"), "ch"),
        new(new("eu-north-1"), "se"),
        new(new("eu-south-1"), "it"),
        new(new("eu-south-2"), "es"),
        new(new("eu-west-1"), "ie"),
        new(new("eu-west-2"), "gb"),
        new(new("eu-west-3"), "fr"),
        new(new("il-central-1"), "il"),
        new(new("me-central-1"), "ae"),
        new(new("me-south-1"), "bh"),
        new(new("mx-central-1"), "mx"),
        new(new("sa-east-1"), "br"),
        new(new("us-east-1"), "us"),
        new(new("us-east-2"), "us"),
        new(new("us-west-1"), "us"),
        new(new("us-west-2"), "us"),
    ]);

    /// <summary>What <c>data_residency</c> can say: the Union, and every country with a region.</summary>
    public static EquatableArray<string> Residencies { get; } = All.Items.Select(region => region.Country)
        .Append("eu").Distinct().Order(StringComparer.Ordinal).ToEquatableArray();

    public static KnownRegion? Find(string name) => All.Items.FirstOrDefault(region => region.Name.Value == name);
}
