using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>A queue whose messages a unit handles.</summary>
/// <param name="From">The node that delivers.</param>
/// <param name="QueueArn">The queue.</param>
/// <param name="BatchSize">The most messages per invocation.</param>
public sealed record EventSource(NodeId From, InputValue QueueArn, int BatchSize);
