using Klotho.Planning.Plans;

namespace Klotho.Planning.Locking;

/// <summary>A parameter of a node's host: <c>memory: 2048</c>.</summary>
public sealed record LockedParameter(string Name, ParameterValue Value);
