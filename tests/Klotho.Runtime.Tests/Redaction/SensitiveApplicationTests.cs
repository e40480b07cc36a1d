using Klotho.Runtime.Tests.Observing;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Redaction;

/// <summary>What is sensitive shows in nothing that the runtime writes: log, traces, metrics, dead letters, answers to other units.</summary>
public sealed class SensitiveApplicationTests
{
    private const string Card = "4929 1234 5678 0001";
    private const string Street = "Elm \"West\" Lane";

    private static readonly Payment Paid = new("order-7", Card, [new("tea", "birthday gift")]) { Customer = new(Street, 910771345) };

    [Fact]
    public async Task What_a_failing_handler_repeats_of_its_message_is_shown_nowhere()
    {
        using var heard = new Heard();
        await using var app = await TestApplication.StartAsync(
            [
                new TopicDeclaration<Payment>("payments"),
                new UnitDeclaration<Till>("till"),
                new SubscriptionDeclaration<Till, Payment>("payments", "till", "Till.Handle", static (till, payment, context, _) => till.HandleAsync(payment, context)),
            ],
            options: options => (options.MaxAttempts, options.RetryDelays) = (2, [TimeSpan.FromMilliseconds(5)]),
            environment: "Development");

        await app.Keyed<ITopic<Payment>>("payments").PublishAsync(Paid);
        await Eventually.IsTrueAsync(async () => await app.Http.GetStringAsync("/_klotho/dead-letters") != "[]", "the message is a dead letter");
        var letters = await app.Http.GetStringAsync("/_klotho/dead-letters");

        var log = string.Join('\n', app.Log.Lines);
        Assert.Contains("System.FormatException: no such card: ***, of *** at ***, *** for tea", log, StringComparison.Ordinal);
        Assert.Contains("System.ArgumentException: ***", log, StringComparison.Ordinal);
        Assert.Contains($"{nameof(SensitiveApplicationTests)}.{nameof(Till)}.{nameof(Till.HandleAsync)}", log, StringComparison.Ordinal);
        Assert.Contains("wait for ***", log, StringComparison.Ordinal);
        Assert.Contains("System.FormatException: no such card: ***", letters, StringComparison.Ordinal);
        Assert.Contains("order-7", letters, StringComparison.Ordinal);
        Assert.Contains("tea", letters, StringComparison.Ordinal);
        var told = heard.Activities.SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Value}").Append(activity.StatusDescription))
            .Concat(heard.Measured.Select(one => one.Tags));
        Assert.All(told.Append(log).Append(letters), HoldsNothing);
        Assert.Contains(heard.Activities, activity => activity.GetTagItem(KlothoTelemetry.ErrorTag) is "System.FormatException");
    }

    [Fact]
    public async Task What_a_called_unit_repeats_of_its_arguments_is_told_to_nobody()
    {
        Declaration[] units =
        [
            new UnitInterfaceDeclaration<ITill, Till>("till", static caller => new TillClient(caller), [
                new UnitMethod<ITill>("ChargeAsync", static async (till, call, _) => await till.ChargeAsync(call.Argument<string>("order"), call.Argument<Payment>("payment")))]),
            new UnitDeclaration<Till>("till"),
        ];
        await using var till = await TestApplication.StartAsync(units, new() { ["Klotho:Unit"] = "till", ["Klotho:UnitToken"] = "t" });
        await using var main = await TestApplication.StartAsync(
            units, new() { ["Klotho:Unit"] = "main", ["Klotho:UnitToken"] = "t", ["Klotho:ExecUnit:till"] = till.Address.ToString() });

        var failure = await Assert.ThrowsAsync<UnitCallException>(async () => await main.Services.GetRequiredService<ITill>().ChargeAsync("order-7", Paid));

        Assert.Contains("order-7: no such card: ***", failure.Message, StringComparison.Ordinal);
        Assert.Equal("System.FormatException", failure.RemoteType);
        Assert.All([failure.ToString(), .. till.Log.Lines, .. main.Log.Lines], HoldsNothing);
        Assert.Contains(till.Log.Lines, line => line.Contains("no such card: ***", StringComparison.Ordinal));
    }

    private static void HoldsNothing(string? shown)
    {
        foreach (var secret in new[] { Card, "Elm", "West", "910771345", "birthday" })
        {
            Assert.DoesNotContain(secret, shown ?? "", StringComparison.Ordinal);
        }
    }

    /// <summary>A message.</summary>
    internal sealed record Payment(string Order, [Sensitive] string Card, List<Line> Lines)
    {
        [Sensitive]
        public Address? Customer { get; init; }
    }

    /// <summary>A part of it.</summary>
    internal sealed record Line(string Item, [Sensitive] string Note);

    /// <summary>Sensitive as a whole.</summary>
    internal sealed record Address(string Street, int House);

    /// <summary>What is called.</summary>
    internal interface ITill
    {
        Task ChargeAsync(string order, Payment payment);
    }

    /// <summary>What the generator writes.</summary>
    private sealed class TillClient(IUnitCaller caller) : ITill
    {
        public async Task ChargeAsync(string order, Payment payment)
        {
            var call = caller.Call("till", UnitCallProtocol.Method(typeof(ITill), "ChargeAsync"));
            call.Argument("order", order);
            call.Argument("payment", payment);
            await call.SendAsync(default);
        }
    }

    /// <summary>Says everything in its failures.</summary>
    internal sealed class Till : ITill
    {
        private static int _waits;

        public ValueTask HandleAsync(Payment payment, MessageContext context)
        {
            if (Interlocked.Increment(ref _waits) == 1)
            {
                throw new RetryLaterException($"wait for {payment.Card}", TimeSpan.FromMilliseconds(1));
            }

            throw new FormatException(
                $"no such card: {payment.Card}, of {payment.Customer?.Street} at {payment.Customer?.House}, {payment.Lines[0].Note} for {payment.Lines[0].Item}",
                new ArgumentException(payment.Card))
            { Data = { ["card"] = payment.Card } };
        }

        public Task ChargeAsync(string order, Payment payment) => throw new FormatException($"{order}: no such card: {payment.Card}");
    }
}
