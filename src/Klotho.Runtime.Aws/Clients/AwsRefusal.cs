using System.Net;
using Amazon.Runtime;

namespace Klotho.Aws;

/// <summary>Tells a refusal for lack of permission from other failures.</summary>
internal static class AwsRefusal
{
    /// <summary>Whether the service knows the caller and says no: it answers, although a role that may do only what its unit does may not ask.</summary>
    public static bool IsOne(AmazonServiceException failure) =>
        failure.StatusCode == HttpStatusCode.Forbidden && failure.ErrorCode is not ("InvalidAccessKeyId" or "SignatureDoesNotMatch" or "ExpiredToken")
        || failure.ErrorCode == "AccessDeniedException";
}
