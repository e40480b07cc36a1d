using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Operations that are dropped, calls that are repeated and handlers that block are shown, and nothing else.</summary>
public sealed class CallPlaceTests
{
    [Theory]
    [InlineData("⟦KL1074:topic.PublishAsync(\"a\")⟧;")]
    [InlineData("⟦KL1074:topic.PublishManyAsync([\"a\"])⟧;")]
    [InlineData("_ = ⟦KL1074:topic.PublishAsync(\"a\")⟧;")]
    [InlineData("await topic.PublishAsync(\"a\");")]
    [InlineData("var task = topic.PublishAsync(\"a\"); await task;")]
    [InlineData("foreach (var each in args) { await ⟦KL1075:other.RunAsync(each)⟧; }")]
    [InlineData("for (var n = 0; n < 3; n++) await ⟦KL1075:other.RunAsync(\"a\")⟧;")]
    [InlineData("while (args.Length > 0) { await topic.PublishAsync(\"a\"); await ⟦KL1075:other.RunAsync(\"a\")⟧; }")]
    [InlineData("foreach (var letter in await other.RunAsync(\"a\")) { Console.Write(letter); }")]
    [InlineData("Console.Write(⟦KL1076:other.RunAsync(\"a\").Result⟧);")]
    [InlineData("⟦KL1076:topic.PublishAsync(\"a\").AsTask().Wait()⟧;")]
    [InlineData("⟦KL1076:topic.PublishManyAsync([\"a\"]).AsTask().Wait()⟧;")]
    [InlineData("Console.Write(⟦KL1076:other.RunAsync(\"a\").GetAwaiter().GetResult()⟧); ⟦KL1076:Thread.Sleep(1)⟧;")]
    [InlineData("var (one, two) = (other.RunAsync(\"a\"), other.RunAsync(\"b\")); await Task.WhenAll(one, two); Console.Write(one.Result + two.Result);")]
    [InlineData("foreach (var each in args) { Console.Write(each); } await other.RunAsync(\"a\");")]
    public void A_habit_is_shown_at_the_call(string body)
    {
        var result = Squiggle.Check($$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", async ([PubSub("said")] ITopic<string> topic, IOther other) => { {{body}} });
            Task.Delay(1).Wait();
            app.Run();
            public interface IOther { Task<string> RunAsync(string text); }
            [ExecUnit("other")] class Other : IOther { public Task<string> RunAsync(string text) => Task.FromResult(text); }
            """);

        Assert.Equal(body.Split('⟦').Length - 1, result.Diagnostics.Items.Count(told => told.Rule.Code.Value is "KL1074" or "KL1075" or "KL1076"));
    }

    [Theory]
    [InlineData("await ⟦KL1077:topic.PublishAsync(\"a\")⟧;")]
    [InlineData("await topic.PublishAsync(\"a\", cancel);")]
    [InlineData("await topic.PublishAsync(\"a\", CancellationToken.None);")]
    [InlineData("async Task Go() => await ⟦KL1077:topic.PublishAsync(\"a\")⟧; await Go();")]
    [InlineData("async Task Go(CancellationToken own) => await topic.PublishAsync(\"a\", own); await Go(cancel);")]
    [InlineData("static async Task Go(ITopic<string> topic) => await topic.PublishAsync(\"a\"); await Go(topic);")]
    [InlineData("await ⟦KL1077:other.RunAsync(\"a\")⟧;")]
    [InlineData("await other.RunAsync(\"a\", cancel);")]
    [InlineData("await other.StopAsync();")]
    public void A_token_that_is_at_hand_and_not_passed_is_shown(string body)
    {
        var result = Squiggle.Check($$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", async ([PubSub("said")] ITopic<string> topic, IOther other, CancellationToken cancel) => { {{body}} });
            app.Run();
            public interface IOther { Task<string> RunAsync(string text, CancellationToken cancel = default); Task StopAsync(); }
            [ExecUnit("other")] class Other : IOther
            {
                public Task<string> RunAsync(string text, CancellationToken cancel) => Task.FromResult(text);
                public Task StopAsync() => Task.CompletedTask;
            }
            """);

        Assert.Equal(body.Split('⟦').Length - 1, result.Diagnostics.Items.Count(told => told.Rule.Code.Value == "KL1077"));
    }
}
