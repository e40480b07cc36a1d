using System.Collections.Concurrent;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What the unit was asked to do.</summary>
public sealed class ArithmeticTrace
{
    public ConcurrentQueue<string> Texts { get; } = new();

    /// <summary>The keys of the calls by which it was asked.</summary>
    public ConcurrentQueue<string?> Keys { get; } = new();

    /// <summary>How many items were asked for.</summary>
    public int Repeated { get; set; }

    /// <summary>How many items there are to watch.</summary>
    public int Watched { get; set; } = int.MaxValue;

    /// <summary>Lets who is watched go on by one.</summary>
    public SemaphoreSlim Proceed { get; } = new(0);
}
