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
}
