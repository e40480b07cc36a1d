using System.Net;
using System.Text.Json;
using Klotho.Wiring;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Aws;

/// <summary>Payload format 2.0, of HTTP APIs and function URLs.</summary>
internal sealed class GatewayPayload : IHttpPayload
{
    public bool Is(JsonElement invoked) => GatewayRequest.Is(invoked);

    public IHttpRequestFeature Read(Invocation invocation) => GatewayRequest.Read(invocation);

    public IPAddress? Source(JsonElement invoked, IHeaderDictionary headers) => GatewayRequest.Source(invoked);

    public TrustedUnitCall? Caller(JsonElement invoked) => GatewayRequest.Caller(invoked);

    public bool IsByUrl(JsonElement invoked) => GatewayRequest.IsByUrl(invoked);

    public ReadOnlyMemory<byte> Write(int status, IHeaderDictionary headers, ReadOnlySpan<byte> body) => GatewayAnswer.Write(status, headers, body);
}
