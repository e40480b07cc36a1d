using System.Collections.Concurrent;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>A deployment says for each topic how often its queue delivers a message; the process counts as far.</summary>
public sealed class TopicAttemptsTests
{
    private readonly ConcurrentQueue<int> _attempts = new();

    [Theory]
    [InlineData("Klotho:MaxAttempts:late-numbers")]
    [InlineData("Klotho:MaxAttempts:late_numbers")]
    public async Task A_topics_own_number_of_attempts_holds_above_the_processs(string key)
    {
        await using var app = await StartAsync(key, "2");

        await app.Keyed<ITopic<int>>("late-numbers").PublishAsync(1);
        await Eventually.IsTrueAsync(async () => await app.Http.GetStringAsync("/_klotho/dead-letters") != "[]", "the message is a dead letter");

        Assert.Equal([1, 2], _attempts);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("often")]
    public async Task What_is_no_number_of_attempts_stops_the_start(string text)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("Klotho:MaxAttempts:late-numbers", text));

        Assert.Contains($"Klotho:MaxAttempts:late-numbers is '{text}'", error.Message, StringComparison.Ordinal);
    }

    private Task<TestApplication> StartAsync(string key, string attempts) => TestApplication.StartAsync(
        [
            new TopicDeclaration<int>("late-numbers"),
            new UnitDeclaration<Handler>("main"),
            new SubscriptionDeclaration<Handler, int>("late-numbers", "main", "Handler.Handle", (handler, _, context, _) => handler.Handle(context)),
        ],
        new() { [key] = attempts },
        builder => builder.Services.AddSingleton(this),
        options: options => options.RetryDelays = [TimeSpan.Zero],
        environment: "Development");

    /// <summary>A subscriber that fails.</summary>
    internal sealed class Handler(TopicAttemptsTests test)
    {
        public ValueTask Handle(MessageContext context)
        {
            test._attempts.Enqueue(context.Attempt);
            throw new FormatException("not yet");
        }
    }
}
