using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Klotho.Runtime.Tests.Faults;
using Klotho.Runtime.Tests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>Which calls are made again, and how their unit knows them.</summary>
public sealed class UnitRepeatTests
{
    private readonly ArithmeticTrace _trace = new();

    [Fact]
    public async Task Calls_of_a_method_that_may_run_twice_survive_lost_answers_cut_ones_and_busy_proxies()
    {
        await using var math = await StartMathAsync();
        var fates = new Fates(11, (Fate.LoseAnswer, 2000), (Fate.SlowDown, 2000), (Fate.Cut, 1000));
        await using var proxy = await FaultyHttpProxy.StartAsync(math.Address, fates);
        await using var main = await StartMainAsync(proxy.Address);

        var results = await Task.WhenAll(Enumerable.Range(1, 60).Select(number => Target(main).DivideAsync(number * 100, number)));

        Assert.All(results, result => Assert.Equal(100, result));
        Assert.InRange(fates.Dealt, 20, 1000);
    }

    [Fact]
    public async Task Calls_of_other_methods_run_at_most_once_and_where_they_are_answered_once()
    {
        await using var math = await StartMathAsync();
        await using var proxy = await FaultyHttpProxy.StartAsync(math.Address, new Fates(12, (Fate.LoseAnswer, 2500), (Fate.SlowDown, 1000), (Fate.Duplicate, 2500)));
        await using var main = await StartMainAsync(proxy.Address);
        var answered = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
        {
            try
            {
                await Target(main).NoteAsync($"{number}");
                answered.Add($"{number}");
            }
            catch (UnitCallException)
            {
                // Whoever called decides whether it is made again.
            }
        }));

        Assert.Equal(_trace.Texts.Distinct().Count(), _trace.Texts.Count);
        Assert.Subset(_trace.Texts.ToHashSet(), answered.ToHashSet());
        Assert.InRange(answered.Count, 10, 55);
    }

    [Theory]
    [InlineData("DivideAsync", 503, "", 3)]
    [InlineData("DivideAsync", 502, "", 3)]
    [InlineData("DivideAsync", 504, "", 3)]
    [InlineData("DivideAsync", 500, "", 1)]
    [InlineData("NoteAsync", 503, "", 1)]
    [InlineData("NoteAsync", 503, """{"code":"unavailable","message":"Nothing ran."}""", 3)]
    [InlineData("NoteAsync", 500, """{"code":"failed","message":"It ran."}""", 1)]
    public async Task A_call_is_made_again_where_that_is_known_to_be_right_and_it_has_the_same_key_and_another_nonce(string method, int status, string body, int times)
    {
        var seen = new ConcurrentQueue<(string Key, string Nonce)>();
        await using var server = await TestApplication.StartAsync([], map: app => app.MapPost(
            $"/_klotho/calls/math/Klotho.Runtime.Tests.Contracts.IArithmetic.{method}",
            async (HttpContext context) =>
            {
                seen.Enqueue(($"{context.Request.Headers["Klotho-Idempotency-Key"]}", $"{context.Request.Headers["Klotho-Nonce"]}"));
                context.Response.StatusCode = seen.Count < 3 ? status : StatusCodes.Status200OK;
                await context.Response.WriteAsync(seen.Count < 3 ? body : "7");
            }));
        await using var main = await StartMainAsync(server.Address);

        Func<Task> call = method == "NoteAsync" ? () => Target(main).NoteAsync("x") : () => Target(main).DivideAsync(7, 1);
        var failure = await Record.ExceptionAsync(call);

        Assert.Equal(times, seen.Count);
        Assert.Equal(times == 1, failure is UnitCallException);
        Assert.Single(seen.Select(call => call.Key).Distinct());
        Assert.Equal(times, seen.Select(call => call.Nonce).Distinct().Count());
    }

    [Fact]
    public async Task A_method_is_told_the_key_of_its_call()
    {
        await using var math = await StartMathAsync();
        await using var main = await StartMainAsync(math.Address);

        await Target(main).NoteAsync("one");
        await Target(main).NoteAsync("two");

        Assert.All(_trace.Keys, key => Assert.Matches("^[0-9a-f]{32}$", key));
        Assert.Equal(2, _trace.Keys.Distinct().Count());
        Assert.Null(CallContext.Current);
    }

    [Fact]
    public async Task A_caller_that_makes_a_call_again_may_give_it_the_same_key()
    {
        await using var math = await StartMathAsync();
        await using var main = await StartMainAsync(math.Address);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            using (CallContext.UseKey("order-17"))
            {
                await Target(main).NoteAsync("again");
            }
        }

        await Target(main).NoteAsync("another");

        Assert.Equal(["order-17", "order-17"], _trace.Keys.Take(2));
        Assert.Matches("^[0-9a-f]{32}$", _trace.Keys.Last());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("ä")]
    public void A_key_that_no_header_can_carry_is_refused(string key) => Assert.Throws<ArgumentException>(() => CallContext.UseKey(key));

    [Fact]
    public async Task A_call_waits_for_a_unit_that_is_not_there_yet()
    {
        var port = TestServer.FreePort();
        await using var main = await StartMainAsync(new Uri($"http://127.0.0.1:{port}"));
        var calling = Target(main).NoteAsync("late");
        await using var math = await StartMathAsync(port);
        await calling;

        Assert.Equal(["late"], _trace.Texts);
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_is_asked_once()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = 0;
        using var end = new CancellationTokenSource();
        var listening = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                asked++;
                await client.GetStream().ReadAtLeastAsync(new byte[1], 1, cancellationToken: end.Token);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n"), end.Token);
            }
        });
        await using var main = await StartMainAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

        var failure = await Assert.ThrowsAsync<UnitCallException>(() => Target(main).DivideAsync(1, 1));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);

        Assert.Equal((UnitCallException.Unavailable, 1), (failure.Code, asked));
    }

    private static IArithmetic Target(TestApplication main) => main.Services.GetRequiredService<IArithmetic>();

    private Task<TestApplication> StartMathAsync(int port = 0) => TestApplication.StartAsync(
        UnitCallContract.Declarations,
        new() { ["Klotho:Unit"] = "math", ["Klotho:UnitToken"] = "t0ken" },
        builder =>
        {
            builder.Services.AddSingleton(_trace);
            builder.WebHost.UseSetting("urls", $"http://127.0.0.1:{port}");
        });

    private static Task<TestApplication> StartMainAsync(Uri address) => TestApplication.StartAsync(
        UnitCallContract.Declarations,
        new() { ["Klotho:Unit"] = "main", ["Klotho:UnitToken"] = "t0ken", ["Klotho:ExecUnit:math"] = address.ToString() },
        options: options => options.CallsBeforePause = 0);
}
