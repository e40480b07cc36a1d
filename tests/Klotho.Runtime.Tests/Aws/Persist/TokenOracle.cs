using System.Web;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>How the SDK's own signer makes a token to connect by, as its package for RDS does (which is not in the package source of this project).</summary>
internal static class TokenOracle
{
    public static string Sign(string service, Uri address, string userName, string user, string region, ImmutableCredentials credentials, DateTime now)
    {
        var request = new DefaultRequest(new Request(), service) { UseQueryString = true, HttpMethod = "GET", Endpoint = address };
        request.Parameters.Add("X-Amz-Expires", "900");
        request.Parameters.Add(userName, user);
        request.Parameters.Add("Action", "connect");
        if (credentials.UseToken)
        {
            request.Parameters.Add("X-Amz-Security-Token", credentials.Token);
        }

        var signed = AWS4PreSignedUrlSigner.SignRequest(request, null, new RequestMetrics(), credentials.AccessKey, credentials.SecretKey, service, region, now);
        return $"{AmazonServiceClient.ComposeUrl(request).AbsoluteUri[(address.Scheme.Length + "://".Length)..]}&{signed.ForQueryParameters}";
    }

    /// <summary>What a token says, whatever the order.</summary>
    public static List<string> Pairs(string token)
    {
        var question = token.IndexOf('?', StringComparison.Ordinal);
        return [token[..question], .. token[(question + 1)..].Split('&').Select(HttpUtility.UrlDecode).OfType<string>().Order(StringComparer.Ordinal)];
    }

    private sealed class Request : AmazonWebServiceRequest;
}
