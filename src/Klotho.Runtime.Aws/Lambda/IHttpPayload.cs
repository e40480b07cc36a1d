using System.Net;
using System.Text.Json;
using Klotho.Wiring;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Aws;

/// <summary>How a service of AWS hands HTTP requests to a function and takes the answers.</summary>
internal interface IHttpPayload
{
    /// <summary>Whether the event is a request in this form.</summary>
    bool Is(JsonElement invoked);

    IHttpRequestFeature Read(Invocation invocation);

    /// <summary>Who sent it, as far as the service says in the event or in the headers that were read of it.</summary>
    IPAddress? Source(JsonElement invoked, IHeaderDictionary headers);

    /// <summary>The unit that AWS has authenticated as the caller, or null.</summary>
    TrustedUnitCall? Caller(JsonElement invoked);

    /// <summary>Whether it came by the function's URL, which may take an answer while it is made.</summary>
    bool IsByUrl(JsonElement invoked);

    /// <exception cref="PayloadTooLargeException">The service does not take so much.</exception>
    ReadOnlyMemory<byte> Write(int status, IHeaderDictionary headers, ReadOnlySpan<byte> body);
}
