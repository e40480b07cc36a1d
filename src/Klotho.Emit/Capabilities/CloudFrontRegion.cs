namespace Klotho.Emit.Capabilities;

/// <summary>
/// The one region in which certificates, web ACLs and logs of distributions stand, whatever the stack's own is (Amazon CloudFront
/// Developer Guide: Requirements for using SSL/TLS certificates with CloudFront, 2026-11-22).
/// </summary>
internal static class CloudFrontRegion
{
    public const string Name = "us-east-1";
}
