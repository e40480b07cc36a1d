using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Klotho.Aws;

/// <summary>What holds for the headers of every HTTP payload.</summary>
internal static class PayloadHeaders
{
    // What says how bytes travel between two machines says nothing here.
    private static readonly string[] OfTheConnection = [HeaderNames.Connection, HeaderNames.KeepAlive, HeaderNames.TransferEncoding, HeaderNames.Upgrade];

    public static bool IsOfConnection(string name) => OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a request's headers fit the body as it is, and a part of the trace.</summary>
    public static void Complete(IHeaderDictionary headers, int length, string? traceId)
    {
        headers.Remove(HeaderNames.TransferEncoding);
        if (length > 0 || headers.ContentLength is not null)
        {
            headers.ContentLength = length;
        }

        if (headers.TraceParent.Count == 0 && XRayTrace.TraceParent(traceId) is { } parent)
        {
            headers.TraceParent = parent;
        }
    }
}
