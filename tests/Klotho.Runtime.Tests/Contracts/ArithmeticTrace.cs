using System.Collections.Concurrent;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What the unit was asked to do.</summary>
public sealed class ArithmeticTrace
{
    public ConcurrentQueue<string> Texts { get; } = new();
}
