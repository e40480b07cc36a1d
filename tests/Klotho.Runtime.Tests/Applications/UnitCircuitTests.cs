using System.Text.Json;
using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>When a unit that does not answer is spared calls, and when it gets them again.</summary>
public sealed class UnitCircuitTests
{
    private readonly Clock _clock = new();
    private readonly UnitCircuit _circuit;
    private int _sent;

    public UnitCircuitTests() => _circuit = new UnitCircuit(new KlothoOptions { CallsBeforePause = 3, CallPause = TimeSpan.FromSeconds(5) }, _clock);

    [Theory]
    [InlineData(UnitCallException.Unavailable)]
    [InlineData(UnitCallException.Interrupted)]
    [InlineData(UnitCallException.DeadlineExceeded)]
    [InlineData(UnitCallException.BadResponse)]
    public async Task After_calls_in_a_row_without_an_answer_none_is_made_until_the_pause_is_over(string code)
    {
        for (var call = 0; call < 3; call++)
        {
            Assert.Equal(code, await FailAsync(code));
        }

        Assert.Equal(UnitCallException.Unavailable, await FailAsync("sent"));
        _clock.Now += TimeSpan.FromSeconds(4.9);
        Assert.Equal(UnitCallException.Unavailable, await FailAsync("sent"));
        Assert.Equal(3, _sent);

        _clock.Now += TimeSpan.FromSeconds(0.1);
        await AnswerAsync();
        await AnswerAsync();
        Assert.Equal(5, _sent);
    }

    [Theory]
    [InlineData(UnitCallException.Failed)]
    [InlineData(UnitCallException.BadRequest)]
    [InlineData(UnitCallException.Unauthorized)]
    [InlineData(UnitCallException.NotFound)]
    public async Task A_failure_that_the_unit_tells_is_an_answer(string code)
    {
        for (var call = 0; call < 20; call++)
        {
            Assert.Equal(call % 3 == 2 ? code : UnitCallException.Interrupted, await FailAsync(call % 3 == 2 ? code : UnitCallException.Interrupted));
        }

        Assert.Equal(20, _sent);
    }

    [Fact]
    public async Task After_the_pause_one_call_tries_alone_and_its_failure_begins_another_pause()
    {
        await OpenAsync();
        var trial = new TaskCompletionSource<ReadOnlyMemory<byte>>();
        var trying = RunAsync(() => trial.Task);

        Assert.Equal(UnitCallException.Unavailable, await FailAsync("sent"));
        trial.SetException(new UnitCallException("", UnitCallException.Interrupted));
        await Assert.ThrowsAsync<UnitCallException>(() => trying);
        Assert.Equal(UnitCallException.Unavailable, await FailAsync("sent"));
        _clock.Now += TimeSpan.FromSeconds(5);
        await AnswerAsync();

        Assert.Equal(5, _sent);
    }

    [Fact]
    public async Task A_trial_that_its_caller_gives_up_leaves_room_for_another()
    {
        await OpenAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(() => throw new OperationCanceledException()));
        await AnswerAsync();

        Assert.Equal(5, _sent);
    }

    [Fact]
    public async Task A_call_from_before_the_pause_that_ends_late_lets_no_second_one_try()
    {
        var late = new TaskCompletionSource<ReadOnlyMemory<byte>>();
        var earlier = RunAsync(() => late.Task);
        await OpenAsync();
        var trial = new TaskCompletionSource<ReadOnlyMemory<byte>>();
        var trying = RunAsync(() => trial.Task);

        late.SetException(new OperationCanceledException());
        await Assert.ThrowsAsync<OperationCanceledException>(() => earlier);
        Assert.Equal(UnitCallException.Unavailable, await FailAsync("sent"));
        Assert.Equal(5, _sent);
        trial.SetResult(default);
        await trying;
        await AnswerAsync();
    }

    [Fact]
    public async Task With_none_before_a_pause_there_is_no_pause()
    {
        var always = new UnitCircuit(new KlothoOptions { CallsBeforePause = 0 }, _clock);
        for (var call = 0; call < 50; call++)
        {
            await Assert.ThrowsAsync<UnitCallException>(() => always.RunAsync<ReadOnlyMemory<byte>>(Call(), (_, _) => throw new UnitCallException("", UnitCallException.Interrupted), default));
        }

        await always.RunAsync(Call(), (_, _) => Task.FromResult<ReadOnlyMemory<byte>>(default), default);
    }

    private async Task OpenAsync()
    {
        for (var call = 0; call < 3; call++)
        {
            await FailAsync(UnitCallException.Interrupted);
        }

        _clock.Now += TimeSpan.FromSeconds(5);
    }

    private async Task<string> FailAsync(string code) =>
        (await Assert.ThrowsAsync<UnitCallException>(() => RunAsync(() => throw new UnitCallException("", code)))).Code;

    private Task AnswerAsync() => RunAsync(() => Task.FromResult<ReadOnlyMemory<byte>>(default));

    private Task<ReadOnlyMemory<byte>> RunAsync(Func<Task<ReadOnlyMemory<byte>>> send) => _circuit.RunAsync(
        Call(),
        (_, _) =>
        {
            _sent++;
            return send();
        },
        default);

    private static UnitCall Call() => new("math", "IArithmetic.DivideAsync", JsonSerializerOptions.Web, (_, _) => throw new InvalidOperationException("Only the circuit sends."));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
