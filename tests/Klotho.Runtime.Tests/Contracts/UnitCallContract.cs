using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What a call into another unit does, wherever that unit runs.</summary>
public abstract partial class UnitCallContract : IAsyncLifetime
{
    internal static Declaration[] Declarations { get; } = [new UnitDeclaration<Arithmetic>("math"), ArithmeticClient.Declaration];

    protected ArithmeticTrace Trace { get; } = new();

    /// <summary>The interface, as the caller's unit gets it.</summary>
    protected abstract IArithmetic Target { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Arguments_and_results_arrive()
    {
        Assert.Equal(7, await Target.DivideAsync(21, 3));
        var described = await Target.DescribeAsync(new Figures("π \"日本\"", [3.14159, double.MaxValue]));
        Assert.Equal("π \"日本\"!", described?.Name);
        Assert.Equal([3.14159, double.MaxValue], described?.Values);
        Assert.Null(await Target.DescribeAsync(null));
    }

    [Fact]
    public async Task A_method_without_a_result_is_done_when_it_returns()
    {
        await Target.NoteAsync("noted");

        Assert.Equal(["noted"], Trace.Texts);
    }

    [Fact]
    public async Task Cancelling_reaches_the_other_side()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = Target.WaitAsync(cancel.Token);
        await Eventually.IsTrue(() => Trace.Texts.Contains("waiting"), "the method runs");

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Eventually.IsTrue(() => Trace.Texts.Contains("cancelled"), "the method was cancelled");
    }

    [Fact]
    public async Task Many_calls_at_once_do_not_mix()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => Target.DivideAsync(number * number, number)));

        Assert.Equal(Enumerable.Range(1, 100), results);
    }
}
