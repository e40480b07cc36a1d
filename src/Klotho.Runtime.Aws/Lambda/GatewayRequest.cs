using System.Net;
using System.Text.Json;
using Klotho.Wiring;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Aws;

/// <summary>
/// A request that came by an HTTP API or a function URL, in payload format 2.0.
/// Source: docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html and
/// docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html, 2026-11-22.
/// </summary>
internal static class GatewayRequest
{
    private const string OwnEndpoints = "/_klotho";

    public static bool Is(JsonElement invoked) => JsonText.Of(invoked, "requestContext", "http", "method") is not null;

    public static IHttpRequestFeature Read(Invocation invocation)
    {
        var invoked = invocation.Event;
        var (path, rawPath) = PathOf(invoked);
        var rawQuery = JsonText.Of(invoked, "rawQueryString") is { Length: > 0 } query ? "?" + query : "";
        var body = PayloadBody.Read(invoked);
        return new HttpRequestFeature
        {
            Protocol = JsonText.Of(invoked, "requestContext", "http", "protocol") ?? "HTTP/1.1",
            Scheme = Uri.UriSchemeHttps,
            Method = JsonText.Of(invoked, "requestContext", "http", "method") ?? "",
            Path = path,
            QueryString = rawQuery,
            RawTarget = rawPath + rawQuery,
            Headers = Headers(invocation, body.Length),
            Body = new MemoryStream(body, writable: false),
        };
    }

    public static IPAddress? Source(JsonElement invoked) =>
        IPAddress.TryParse(JsonText.Of(invoked, "requestContext", "http", "sourceIp"), out var address) ? address : null;

    /// <summary>
    /// Whether the request may go on: Klotho's own endpoints, but for health, are for callers that AWS has authenticated at the
    /// function's URL and for nobody who comes by a gateway.
    /// </summary>
    public static bool IsLetIn(IHttpRequestFeature request, TrustedUnitCall? caller) =>
        caller is not null ||
        !new PathString(request.Path).StartsWithSegments(OwnEndpoints, out var rest) ||
        rest.Equals("/health", StringComparison.OrdinalIgnoreCase);

    /// <summary>The caller that AWS has authenticated at the function's URL. A gateway may authenticate people, who are no units.</summary>
    public static TrustedUnitCall? Caller(JsonElement invoked) =>
        IsByUrl(invoked) &&
        JsonText.Of(invoked, "requestContext", "authorizer", "iam", "userArn") is { Length: > 0 } caller
            ? new TrustedUnitCall(caller)
            : null;

    /// <summary>Whether the request came by the function's own URL.</summary>
    public static bool IsByUrl(JsonElement invoked) =>
        JsonText.Of(invoked, "requestContext", "domainName")?.Contains(".lambda-url.", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// The path as Kestrel hands it to the application, and as it stood in the request. A function's URL gives what was sent; it is decoded as Kestrel does, which
    /// leaves an escaped slash one. An HTTP API gives it decoded, whole: decoded once more, <c>%2541</c> would be an <c>A</c>. What was an escaped slash is
    /// told by nothing there from a slash, and behind an escaped question mark it gives nothing. Captures of both: github.com/middleapi/standard-server/pull/93,
    /// github.com/aws/aws-lambda-dotnet/pull/1901 and github.com/fastify/aws-lambda-fastify/issues/169, 2026-11-23. Queries stay as they were sent.
    /// </summary>
    private static (string Path, string Raw) PathOf(JsonElement invoked)
    {
        var given = JsonText.Of(invoked, "rawPath") is { Length: > 0 } path ? path : "/";

        // What looks escaped in a decoded path was escaped twice.
        return IsByUrl(invoked)
            ? (PathString.FromUriComponent(given).Value ?? "/", given)
            : (given, new PathString(given.Replace("%", "%25", StringComparison.Ordinal)).ToUriComponent());
    }

    private static IHeaderDictionary Headers(Invocation invocation, int length)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        if (JsonText.Find(invocation.Event, "headers") is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var header in given.EnumerateObject())
            {
                headers[header.Name] = header.Value.GetString();
            }
        }

        if (JsonText.Find(invocation.Event, "cookies") is { ValueKind: JsonValueKind.Array } cookies)
        {
            headers.Cookie = string.Join("; ", cookies.EnumerateArray().Select(cookie => cookie.GetString()));
        }

        PayloadHeaders.Complete(headers, length, invocation.TraceId);
        return headers;
    }
}
