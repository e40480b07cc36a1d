namespace Klotho.Runtime.Tests.Contracts;

/// <summary>An interface that a unit implements and another calls.</summary>
public interface IArithmetic
{
    Task<int> DivideAsync(int a, int b, CancellationToken cancel = default);

    Task<Figures?> DescribeAsync(Figures? figures, CancellationToken cancel = default);

    Task NoteAsync(string text, CancellationToken cancel = default);

    Task WaitAsync(CancellationToken cancel = default);

    IAsyncEnumerable<int> DivideAllAsync(int a, IReadOnlyList<int> divisors, CancellationToken cancel = default);

    IAsyncEnumerable<Figures?> RepeatAsync(Figures? figures, int times, CancellationToken cancel = default);

    IAsyncEnumerable<int> WatchAsync(CancellationToken cancel = default);
}
