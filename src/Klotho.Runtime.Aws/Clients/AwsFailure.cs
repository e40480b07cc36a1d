using Amazon.Runtime;

namespace Klotho.Aws;

/// <summary>Tells that a call of a service failed, whoever's fault it is.</summary>
internal static class AwsFailure
{
    /// <summary>Whether the service refused, or was not reached.</summary>
    public static bool Is(Exception failure) => failure is AmazonServiceException or AmazonClientException;
}
