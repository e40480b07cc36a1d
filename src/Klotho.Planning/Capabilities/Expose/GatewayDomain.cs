using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Expose;

/// <summary>The domain name of a gateway's own, for every candidate that needs one for TLS.</summary>
internal static class GatewayDomain
{
    public static ParameterSpec Parameter(string description) => new(
        "domain",
        new ParameterValue.Text(""),
        description,
        Pattern: new(@"^(([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})?$", "a domain name in lower case, such as api.example.com"));
}
