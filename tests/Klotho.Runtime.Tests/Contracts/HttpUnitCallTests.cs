using System.Net;
using System.Net.Http.Json;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>Each unit in a server of its own.</summary>
public sealed partial class HttpUnitCallTests : UnitCallContract
{
    private const string Path = "/_klotho/calls/math/Klotho.Runtime.Tests.Contracts.IArithmetic.";
    private readonly List<TestApplication> _apps = [];

    protected override IArithmetic Target => Main.Services.GetRequiredService<IArithmetic>();

    private TestApplication Math => _apps[0];

    private TestApplication Main => _apps[1];

    public override async Task InitializeAsync()
    {
        _apps.Add(await TestApplication.StartAsync(
            Declarations,
            new() { ["Klotho:Unit"] = "math", ["Klotho:UnitToken"] = "t0ken" },
            builder => builder.Services.AddSingleton(Trace)));
        _apps.Add(await StartMainAsync(Math.Address.ToString(), "t0ken"));
    }

    public override async Task DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public void The_interface_is_a_client() => Assert.IsType<ArithmeticClient>(Target);

    [Fact]
    public async Task What_the_method_throws_arrives_without_its_stack_trace()
    {
        var failure = await Assert.ThrowsAsync<UnitCallException>(() => Target.DivideAsync(1, 0));

        Assert.Equal((UnitCallException.Failed, "System.DivideByZeroException"), (failure.Code, failure.RemoteType));
        Assert.Contains("math", failure.Message, StringComparison.Ordinal);

        using var raw = await SignedCall.PostAsync(Math.Http, Path + "DivideAsync", JsonContent.Create(new { a = 1, b = 0 }));
        Assert.Equal(HttpStatusCode.InternalServerError, raw.StatusCode);
        Assert.DoesNotContain("Arithmetic.cs", await raw.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await raw.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_not_signed_with_the_token_is_refused_and_runs_nothing()
    {
        using var response = await Math.Http.PostAsJsonAsync(Path + "NoteAsync", new { text = "intruder" });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await using var main = await StartMainAsync(Math.Address.ToString(), "another");
        var failure = await Assert.ThrowsAsync<UnitCallException>(() => main.Services.GetRequiredService<IArithmetic>().NoteAsync("x"));
        Assert.Equal(UnitCallException.Unauthorized, failure.Code);
        Assert.Empty(Trace.Texts);
    }

    [Fact]
    public async Task A_process_without_a_token_refuses_all_calls()
    {
        await using var open = await TestApplication.StartAsync(Declarations, configure: builder => builder.Services.AddSingleton(Trace));

        using var response = await SignedCall.PostAsync(open.Http, Path + "NoteAsync", JsonContent.Create(new { text = "intruder" }), token: "");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(Trace.Texts);
    }

    [Fact]
    public async Task A_process_does_not_answer_for_another_unit()
    {
        using var response = await SignedCall.PostAsync(Main.Http, Path + "NoteAsync", JsonContent.Create(new { text = "x" }));
        await using var lost = await StartMainAsync(Main.Address.ToString(), "t0ken");
        var failure = await Assert.ThrowsAsync<UnitCallException>(() => lost.Services.GetRequiredService<IArithmetic>().NoteAsync("x"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(UnitCallException.NotFound, failure.Code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":\"x\",\"b\":1}")]
    public async Task Arguments_that_cannot_be_read_are_the_callers_mistake(string body)
    {
        using var response = await SignedCall.PostAsync(Math.Http, Path + "DivideAsync", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"code\":\"bad_request\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Trace.Texts);
    }

    [Fact]
    public async Task The_deadline_ends_a_call_on_both_sides()
    {
        await using var hasty = await StartMainAsync(Math.Address.ToString(), "t0ken", TimeSpan.FromMilliseconds(400));

        var failure = await Assert.ThrowsAsync<UnitCallException>(() => hasty.Services.GetRequiredService<IArithmetic>().WaitAsync());

        Assert.Equal(UnitCallException.DeadlineExceeded, failure.Code);
        await Eventually.IsTrue(() => Trace.Texts.Contains("cancelled"), "the method was cancelled");
    }

    [Fact]
    public async Task A_unit_that_cannot_be_reached_is_unavailable_after_the_deadline()
    {
        await using var lonely = await StartMainAsync("http://127.0.0.1:1", "t0ken", TimeSpan.FromMilliseconds(400));

        var failure = await Assert.ThrowsAsync<UnitCallException>(() => lonely.Services.GetRequiredService<IArithmetic>().NoteAsync("x"));

        Assert.Contains(failure.Code, new[] { UnitCallException.Unavailable, UnitCallException.DeadlineExceeded });
    }

    [Fact]
    public async Task A_method_that_does_not_answer_is_spared_and_called_again_after_a_pause_and_no_other_is_concerned()
    {
        await using var hasty = await StartMainAsync(Math.Address.ToString(), "t0ken", TimeSpan.FromMilliseconds(300), options =>
            (options.CallsBeforePause, options.CallPause) = (2, TimeSpan.FromMinutes(1)));
        var math = hasty.Services.GetRequiredService<IArithmetic>();

        var codes = new List<string>();
        for (var call = 0; call < 4; call++)
        {
            codes.Add((await Assert.ThrowsAsync<UnitCallException>(() => math.WaitAsync())).Code);
        }

        Assert.Equal([UnitCallException.DeadlineExceeded, UnitCallException.DeadlineExceeded, UnitCallException.Unavailable, UnitCallException.Unavailable], codes);
        Assert.Equal(3, await math.DivideAsync(6, 2));
    }

    [Fact]
    public async Task The_address_of_a_unit_with_a_hyphen_may_stand_under_an_underscore()
    {
        await using var main = await TestApplication.StartAsync(
            Declarations,
            new() { ["Klotho:Unit"] = "main", ["Klotho:UnitToken"] = "t0ken", ["Klotho:ExecUnit:far_math"] = Math.Address.ToString() });

        var call = main.Services.GetRequiredService<IUnitCaller>().Call("far-math", "Unknown");
        var failure = await Assert.ThrowsAsync<UnitCallException>(() => call.SendAsync(CancellationToken.None));

        Assert.Equal(UnitCallException.NotFound, failure.Code);
    }

    [Fact]
    public async Task Arguments_over_the_limit_are_not_sent()
    {
        await Assert.ThrowsAsync<PayloadTooLargeException>(() => Target.NoteAsync(new string('x', 6 * 1024 * 1024)));
        await Target.NoteAsync(new string('x', 5 * 1024 * 1024));

        Assert.Single(Trace.Texts);
    }

    [Fact]
    public async Task An_application_that_registers_the_interface_again_does_not_start_in_another_unit()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(
            Declarations, new() { ["Klotho:Unit"] = "main" }, builder => builder.Services.AddScoped<IArithmetic, Arithmetic>().AddSingleton(Trace)));

        Assert.Contains("IArithmetic", error.Message, StringComparison.Ordinal);
    }

    private static Task<TestApplication> StartMainAsync(
        string address, string token, TimeSpan? timeout = null, Action<KlothoOptions>? configure = null) => TestApplication.StartAsync(
        Declarations,
        new() { ["Klotho:Unit"] = "main", ["Klotho:UnitToken"] = token, ["Klotho:ExecUnit:math"] = address },
        options: options =>
        {
            options.CallTimeout = timeout ?? options.CallTimeout;
            configure?.Invoke(options);
        });
}
