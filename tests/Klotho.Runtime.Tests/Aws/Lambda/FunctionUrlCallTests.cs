using Klotho.Runtime.Tests.Contracts;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>Calls of a unit that is a function. A function handles one call at a time and does not hear that its caller went away.</summary>
public sealed class FunctionUrlCallTests : IAsyncLifetime
{
    private readonly ArithmeticTrace _trace = new();
    private LambdaSimulator? _lambda;
    private FunctionUrl? _url;
    private WebApplication? _math;
    private TestApplication? _main;

    private IArithmetic Target => (_main ?? throw new InvalidOperationException("It has not started.")).Services.GetRequiredService<IArithmetic>();

    public async Task InitializeAsync()
    {
        _lambda = await LambdaSimulator.StartAsync();
        _url = await FunctionUrl.StartAsync(_lambda, isStreamed: true);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = _lambda.Address,
            ["Klotho:Unit"] = "math",
            ["Klotho:Lambda:Streaming"] = "true",
        });
        builder.Logging.ClearProviders();
        builder.AddKlotho(new KlothoModule(typeof(FunctionUrlCallTests).Assembly, UnitCallContract.Declarations), _ => { });
        builder.AddKlothoAws();
        builder.Services.AddSingleton(_trace);
        _math = builder.Build();
        _math.MapKlotho();
        await _math.StartAsync();
        _main = await TestApplication.StartAsync(
            UnitCallContract.Declarations, new() { ["Klotho:Unit"] = "main", ["Klotho:UnitToken"] = "t0ken", ["Klotho:ExecUnit:math"] = _url.Address });
    }

    public async Task DisposeAsync()
    {
        foreach (var each in new IAsyncDisposable?[] { _main, _math, _url, _lambda })
        {
            await (each?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    [Fact]
    public async Task Results_arrive_and_so_do_errors()
    {
        var results = await Task.WhenAll(Target.DivideAsync(21, 3), Target.DivideAsync(14, 2));
        Assert.Equal([7, 7], results);
        var failure = await Assert.ThrowsAsync<UnitCallException>(() => Target.DivideAsync(1, 0));

        Assert.Equal((UnitCallException.Failed, "System.DivideByZeroException"), (failure.Code, failure.RemoteType));
    }

    [Fact]
    public async Task An_item_of_a_stream_arrives_before_the_next_one_is_there()
    {
        // Had the first item to wait for the end, or for more, it would wait for ever: nothing lets the other side go on.
        _trace.Watched = 2;
        await using var watching = Target.WatchAsync().GetAsyncEnumerator();
        Assert.True(await watching.MoveNextAsync());
        _trace.Proceed.Release();

        Assert.True(await watching.MoveNextAsync());
        Assert.Equal(2, watching.Current);
        _trace.Proceed.Release();
        Assert.False(await watching.MoveNextAsync());
    }

    [Fact]
    public async Task Items_ahead_of_an_error_arrive_and_then_the_error_does()
    {
        var arrived = new List<int>();

        var failure = await Assert.ThrowsAsync<UnitCallException>(async () =>
        {
            await foreach (var item in Target.DivideAllAsync(100, [10, 0, 5]))
            {
                arrived.Add(item);
            }
        });

        Assert.Equal([10], arrived);
        Assert.Equal((UnitCallException.Failed, "System.DivideByZeroException"), (failure.Code, failure.RemoteType));
    }

    [Fact]
    public async Task More_arrives_than_a_function_answers_in_one_piece()
    {
        var large = new Figures(new string('x', 1024 * 1024), []);

        Assert.Equal(20, await Target.RepeatAsync(large, 20).CountAsync(each => each?.Name == large.Name));
    }
}
