using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.Expose;

/// <summary>How gateways are hosted.</summary>
public static class ExposeHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("gateway"),
        Section: new(["exposed"]),
        Noun: "gateways",
        Description: "How each gateway to the internet is hosted, by its id.",
        Candidates: new([new ApiGatewayCandidate(), new AlbCandidate(), new IngressCandidate()]))
    {
        Aspects = Aspects.Serves | Aspects.WritesLogs,
    };
}
