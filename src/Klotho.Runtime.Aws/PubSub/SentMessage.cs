using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>What is known of a message beside its payload when it comes from where it was published.</summary>
/// <param name="Id">The same for every copy of the message.</param>
/// <param name="Schema">The version of the schema that it was written with, where something says.</param>
/// <param name="Trace">The trace that it was published in, where something says.</param>
/// <param name="Claim">Where its payload is, where it is too large to be in the message.</param>
internal sealed record SentMessage(string Id, string? Schema = null, TraceContext? Trace = null, string? Claim = null);
