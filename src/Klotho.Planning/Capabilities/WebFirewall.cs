using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Capabilities;

/// <summary>AWS WAF, for every candidate that it can stand before.</summary>
internal static class WebFirewall
{
    private const string Name = "waf";
    private const decimal Rules = 4;

    public static readonly ParameterSpec Parameter = ParameterSpec.Truth(Name, false, "Whether AWS WAF refuses known attacks and more than 2000 requests of one address in five minutes.");

    /// <summary>Adds what it costs, where it is asked for.</summary>
    public static CostSheet Firewall(this CostSheet sheet, ParameterSet parameters, decimal requests) => !parameters.Truth(Name) ? sheet : sheet
        .Standing("web ACL", 1, "waf.acl")
        .Standing("its rules", Rules, "waf.rule")
        .Use("requests that it looks at", requests, "waf.request");
}
