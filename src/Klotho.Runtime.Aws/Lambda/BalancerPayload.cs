using System.Net;
using System.Text.Json;
using Klotho.Wiring;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Aws;

/// <summary>
/// Requests by an Application Load Balancer whose target group has multi-value headers on.
/// Source: docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html, 2026-11-22.
/// </summary>
internal sealed class BalancerPayload : IHttpPayload
{
    public bool Is(JsonElement invoked) =>
        JsonText.Of(invoked, "requestContext", "elb", "targetGroupArn") is not null && JsonText.Of(invoked, "httpMethod") is not null;

    public IHttpRequestFeature Read(Invocation invocation)
    {
        var invoked = invocation.Event;
        var rawPath = JsonText.Of(invoked, "path") is { Length: > 0 } path ? path : "/";
        var rawQuery = Query(invoked);
        var headers = Headers(invoked);
        var body = PayloadBody.Read(invoked);
        PayloadHeaders.Complete(headers, body.Length, invocation.TraceId);
        return new HttpRequestFeature
        {
            Protocol = "HTTP/1.1",
            Scheme = headers["X-Forwarded-Proto"].ToString() is { Length: > 0 } scheme ? scheme : Uri.UriSchemeHttp,
            Method = JsonText.Of(invoked, "httpMethod") ?? "",

            // It comes as it was sent (github.com/middleapi/standard-server/pull/93, 2026-11-23), and is decoded as Kestrel does: an escaped slash stays one.
            Path = PathString.FromUriComponent(rawPath).Value ?? "/",
            QueryString = rawQuery,
            RawTarget = rawPath + rawQuery,
            Headers = headers,
            Body = new MemoryStream(body, writable: false),
        };
    }

    /// <summary>The load balancer adds the address that it saw as the last one; what stands before, the client may have made up.</summary>
    public IPAddress? Source(JsonElement invoked, IHeaderDictionary headers) =>
        IPAddress.TryParse(headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim(), out var address) ? address : null;

    /// <summary>A load balancer authenticates no units.</summary>
    public TrustedUnitCall? Caller(JsonElement invoked) => null;

    public bool IsByUrl(JsonElement invoked) => false;

    public ReadOnlyMemory<byte> Write(int status, IHeaderDictionary headers, ReadOnlySpan<byte> body) => BalancerAnswer.Write(status, headers, body);

    private static IHeaderDictionary Headers(JsonElement invoked)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var (name, values) in Multiple(invoked, "multiValueHeaders"))
        {
            headers[name] = values;
        }

        // Several headers with cookies are one list; the others are lists as they are.
        if (headers.Cookie.Count > 1)
        {
            headers.Cookie = string.Join("; ", headers.Cookie.ToArray());
        }

        return headers;
    }

    /// <summary>Names and values come as they were sent, still escaped; their order across names is lost.</summary>
    private static string Query(JsonElement invoked)
    {
        var pairs = Multiple(invoked, "multiValueQueryStringParameters").SelectMany(parameter => parameter.Values.Select(value => $"{parameter.Name}={value}"));
        return string.Join('&', pairs) is { Length: > 0 } query ? "?" + query : "";
    }

    private static IEnumerable<(string Name, string[] Values)> Multiple(JsonElement invoked, string property) =>
        JsonText.Find(invoked, property) is { ValueKind: JsonValueKind.Object } given
            ? given.EnumerateObject()
                .Where(member => member.Value.ValueKind == JsonValueKind.Array)
                .Select(member => (member.Name, member.Value.EnumerateArray().Select(value => value.GetString() ?? "").ToArray()))
            : [];
}
