using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>A certificate for a name that only processes believe which are told to.</summary>
internal sealed class TemporaryCertificate : IDisposable
{
    public TemporaryCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        System.IO.File.WriteAllText(File, Certificate.ExportCertificatePem());
    }

    public X509Certificate2 Certificate { get; }

    public string File { get; } = Path.GetTempFileName();

    public void Dispose()
    {
        Certificate.Dispose();
        System.IO.File.Delete(File);
    }
}
