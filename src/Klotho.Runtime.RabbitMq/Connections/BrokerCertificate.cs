using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Klotho.RabbitMq;

/// <summary>Checks a server's certificate where the binding names the authority that issues it.</summary>
internal static class BrokerCertificate
{
    /// <summary>Whether it was issued by the authority, for this host, and is in force.</summary>
    public static bool IsFrom(X509Certificate2 authority, X509Certificate? certificate, SslPolicyErrors errors)
    {
        // An unknown issuer is what we expect; a certificate for another host stays an error.
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain();
        using var server = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(server);
    }
}
