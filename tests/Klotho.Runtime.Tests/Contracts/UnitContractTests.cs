using System.Net.Http.Json;
using System.Text.Json;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>Caller and called unit that were built of different sources, as while a deployment replaces one after the other.</summary>
public sealed class UnitContractTests : IAsyncLifetime
{
    private const string Divide = "Klotho.Runtime.Tests.Contracts.IArithmetic.DivideAsync";
    private readonly ArithmeticTrace _trace = new();
    private TestApplication? _math;
    private TestApplication? _main;

    private IUnitCaller Caller => (_main ?? throw new InvalidOperationException("It has not started.")).Services.GetRequiredService<IUnitCaller>();

    private TestApplication Math => _math ?? throw new InvalidOperationException("It has not started.");

    public async Task InitializeAsync() => _math = await TestApplication.StartAsync(
        UnitCallContract.Declarations,
        new() { ["Klotho:Unit"] = "math", ["Klotho:UnitToken"] = "t0ken" },
        builder => builder.Services.AddSingleton(_trace));

    public async Task DisposeAsync()
    {
        await (_main?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Math.DisposeAsync();
    }

    [Fact]
    public async Task A_call_of_another_contract_that_can_be_read_is_answered()
    {
        await StartMainAsync(new UnitContract().Argument<short>("a").Argument<int>("b").Argument<string>("note").Result<long>());

        Assert.Equal(3L, await Caller.Call("math", Divide).Argument<short>("a", 6).Argument("b", 2).Argument("note", "new").SendAsync<long>());
    }

    [Theory]
    [InlineData("c", 2)]
    [InlineData("b", "two")]
    public async Task Arguments_of_another_contract_that_cannot_be_read_are_told_as_such_and_run_nothing(string name, object value)
    {
        await StartMainAsync(new UnitContract().Argument<int>("a").Argument<object>(name).Result<int>());

        var failure = await Assert.ThrowsAsync<UnitCallException>(() => Caller.Call("math", Divide).Argument("a", 6).Argument(name, value).SendAsync<int>());

        Assert.Equal(UnitCallException.Contract, failure.Code);
        Assert.Contains(Divide, failure.Message, StringComparison.Ordinal);
        Assert.Contains("'b'", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_trace.Texts);
    }

    [Fact]
    public async Task A_result_of_another_contract_that_cannot_be_read_is_told_as_such()
    {
        await StartMainAsync(new UnitContract().Argument<int>("a").Argument<int>("b").Result<Figures>());

        var failure = await Assert.ThrowsAsync<UnitCallException>(() => Caller.Call("math", Divide).Argument("a", 6).Argument("b", 2).SendAsync<Figures>());

        Assert.Equal(UnitCallException.Contract, failure.Code);
        Assert.Contains(Divide, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_though_the_contract_is_the_same_is_somebody_s_mistake()
    {
        await StartMainAsync(ArithmeticClient.Methods.Single(method => method.Name == "DivideAsync").Contract);

        var arguments = await Assert.ThrowsAsync<UnitCallException>(() => Caller.Call("math", Divide).Argument("a", 6).SendAsync<int>());
        var result = await Assert.ThrowsAsync<UnitCallException>(() => Caller.Call("math", Divide).Argument("a", 6).Argument("b", 2).SendAsync<Figures>());

        Assert.Equal((UnitCallException.BadRequest, UnitCallException.BadResponse), (arguments.Code, result.Code));
    }

    [Fact]
    public async Task An_item_of_another_contract_that_cannot_be_read_is_told_as_such()
    {
        var all = Divide.Replace("DivideAsync", "DivideAllAsync", StringComparison.Ordinal);
        await StartMainAsync(new UnitContract().Argument<int>("a").Argument<int[]>("divisors").Item<Figures>(), "DivideAllAsync");

        var failure = await Assert.ThrowsAsync<UnitCallException>(async () =>
            await Caller.Call("math", all).Argument("a", 6).Argument<int[]>("divisors", [2]).StreamAsync<Figures>().CountAsync());

        Assert.Equal(UnitCallException.Contract, failure.Code);
    }

    [Fact]
    public async Task A_caller_that_says_no_contract_is_answered()
    {
        using var answer = await SignedCall.PostAsync(Math.Http, $"/_klotho/calls/math/{Divide}", JsonContent.Create(new { a = 6, b = 2 }));

        Assert.Equal("3", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("Klotho-Contract"));
    }

    [Fact]
    public void A_contract_is_what_is_sent_and_answered_and_not_how_it_is_named_or_ordered()
    {
        Assert.Matches("^[0-9a-f]{16}$", Digest(new UnitContract()));
        Assert.Equal(
            Digest(new UnitContract().Argument<int>("a").Argument<First>("b").Result<string>()),
            Digest(new UnitContract().Argument<Second>("b").Argument<int>("a").Result<string?>()));
        string[] all =
        [
            Digest(new UnitContract()), Digest(new UnitContract().Argument<int>("a")), Digest(new UnitContract().Argument<int>("b")), Digest(new UnitContract().Argument<int?>("a")),
            Digest(new UnitContract().Result<int>()), Digest(new UnitContract().Item<int>()), Digest(new UnitContract().Argument<int>("a").Result<int>()),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    private static string Digest(UnitContract contract) => contract.Digest(JsonSerializerOptions.Web);

    private async Task StartMainAsync(UnitContract? contract, string method = "DivideAsync")
    {
        var declaration = new UnitInterfaceDeclaration<IArithmetic, Arithmetic>(
            "math", static caller => new ArithmeticClient(caller), [new(method, static (_, _, _) => throw new InvalidOperationException("It runs elsewhere."), contract)]);
        _main = await TestApplication.StartAsync(
            [new UnitDeclaration<Arithmetic>("math"), declaration],
            new() { ["Klotho:Unit"] = "main", ["Klotho:UnitToken"] = "t0ken", ["Klotho:ExecUnit:math"] = Math.Address.ToString() });
    }

    private sealed record First(int Number, string? Text);

    private sealed record Second(string? Text, int Number);
}
