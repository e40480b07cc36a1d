using System.Net;
using Amazon.Runtime;

namespace Klotho.Aws;

/// <summary>An entry that a service did not take, of a request that it took.</summary>
/// <param name="Index">The place of the entry in the request, from 0.</param>
/// <param name="Code">What the service calls the failure.</param>
/// <param name="Message">What it says of it.</param>
/// <param name="IsTransient">Whether the fault is the service's own, so that the same entry may be taken when it is sent again.</param>
public sealed record EntryFailure(int Index, string Code, string Message, bool IsTransient)
{
    /// <summary>The failure as that of a request.</summary>
    public AmazonServiceException ToException() => new(Message, null, ErrorType.Unknown, Code, null, HttpStatusCode.OK);
}
