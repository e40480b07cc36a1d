namespace Klotho.Planning.Facts;

/// <summary>A region of the provider, with the country (ISO 3166, lower case) in which its data stands.</summary>
public sealed record KnownRegion(RegionName Name, string Country)
{
    private static readonly string[] UnionMembers = ["de", "es", "fr", "ie", "it", "se"];

    /// <summary>Whether data there stands in a country, or in the European Union (<c>eu</c>).</summary>
    public bool Keeps(string residency) => residency == Country || (residency == "eu" && UnionMembers.Contains(Country));
}
