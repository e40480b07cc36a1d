using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities;

/// <summary>A domain name of one's own, for every candidate that the internet reaches.</summary>
internal static class OwnDomain
{
    private const string DomainName = "domain";
    private const string ZoneName = "hosted_zone";

    private static readonly TextPattern Name = new(@"^(([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})?$", "a domain name in lower case, such as api.example.com");

    public static readonly ParameterSpec HostedZone = new(
        ZoneName,
        new ParameterValue.Text(""),
        "The Route 53 zone that the domain is in, such as example.com: the program makes the certificate and the records there. Without one the stack configures a certificate, and the records are up to you.",
        Pattern: Name);

    /// <summary>The name; <paramref name="description"/> says what holds with and without one.</summary>
    public static ParameterSpec Domain(string description) => new(DomainName, new ParameterValue.Text(""), description, Pattern: Name);

    public static IEnumerable<KlothoDiagnostic> Check(Decision decision)
    {
        var (domain, zone) = (Text(decision, DomainName), Text(decision, ZoneName));
        if (zone.Length > 0 && domain != zone && !domain.EndsWith($".{zone}", StringComparison.Ordinal))
        {
            yield return OwnDomainRules.NotInZone.At(
                [.. new[] { ZoneName, DomainName }.Select(name => decision.Parameter(name)?.Origin).OfType<Origin.Written>().Select(origin => origin.Location)],
                decision.Node.Name, zone, domain.Length == 0 ? "it has no `domain`" : $"its domain `{domain}` is not in that");
        }
    }

    private static string Text(Decision decision, string name) => decision.Parameter(name)?.Value is ParameterValue.Text text ? text.Value : "";
}
