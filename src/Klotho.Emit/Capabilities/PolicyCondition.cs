using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>What must hold besides: <c>StringEquals aws:SourceAccount 123456789012</c>.</summary>
/// <param name="Operator">How IAM compares: <c>ArnLike</c>, <c>Bool</c>.</param>
/// <param name="Key">What it compares: a key of the request's context.</param>
/// <param name="Value">With what.</param>
public sealed record PolicyCondition(string Operator, string Key, InputValue Value);
