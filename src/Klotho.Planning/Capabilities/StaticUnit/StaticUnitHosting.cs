using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.StaticUnit;

/// <summary>How static units are hosted.</summary>
public static class StaticUnitHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("static_unit"),
        Section: new(["static_unit"]),
        Noun: "static units",
        Description: "How each static unit is hosted, by its id.",
        Candidates: new([new CloudFrontCandidate(), new WebServerCandidate()]))
    {
        Aspects = Aspects.Serves | Aspects.WritesLogs,
    };
}
