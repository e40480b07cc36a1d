using System.Runtime.CompilerServices;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>The class in the unit.</summary>
public sealed class Arithmetic(ArithmeticTrace trace) : IArithmetic
{
    public Task<int> DivideAsync(int a, int b, CancellationToken cancel = default)
    {
        trace.Texts.Enqueue($"{a}/{b}");
        return Task.FromResult(a / b);
    }

    public Task<Figures?> DescribeAsync(Figures? figures, CancellationToken cancel = default) =>
        Task.FromResult(figures is null ? null : figures with { Name = figures.Name + "!" });

    public Task NoteAsync(string text, CancellationToken cancel = default)
    {
        trace.Texts.Enqueue(text);
        trace.Keys.Enqueue(CallContext.Current?.IdempotencyKey);
        return Task.CompletedTask;
    }

    public async Task WaitAsync(CancellationToken cancel = default)
    {
        trace.Texts.Enqueue("waiting");
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        finally
        {
            trace.Texts.Enqueue("cancelled");
        }
    }

    public async IAsyncEnumerable<int> DivideAllAsync(int a, IReadOnlyList<int> divisors, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        trace.Texts.Enqueue($"{a}/{divisors.Count} numbers");
        foreach (var b in divisors)
        {
            await Task.Yield();
            yield return a / b;
        }
    }

    public async IAsyncEnumerable<Figures?> RepeatAsync(Figures? figures, int times, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        for (trace.Repeated = 0; trace.Repeated < times; trace.Repeated++)
        {
            cancel.ThrowIfCancellationRequested();
            yield return figures;
        }
    }

    public async IAsyncEnumerable<int> WatchAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        try
        {
            for (var number = 1; number <= trace.Watched; number++)
            {
                yield return number;
                await trace.Proceed.WaitAsync(cancel);
            }
        }
        finally
        {
            trace.Texts.Enqueue("stopped");
        }
    }
}
