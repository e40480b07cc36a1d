using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary><c>[Repeatable]</c>: where it means something, and where it does not.</summary>
public sealed class RepeatableTests
{
    [Theory]
    [InlineData("interface IPrices { [Repeatable] Task<int> OfAsync(string article); } [ExecUnit(\"prices\")] class Prices : IPrices { public Task<int> OfAsync(string article) => Task.FromResult(1); }")]
    [InlineData("interface IPrices { Task<int> OfAsync(string article); } [ExecUnit(\"prices\")] class Prices : IPrices { [Repeatable] public Task<int> OfAsync(string article) => Task.FromResult(1); }")]
    [InlineData("interface IPrices { Task<int> OfAsync(string article); } [ExecUnit(\"prices\")] sealed class Prices : IPrices { [Repeatable] Task<int> IPrices.OfAsync(string article) => Task.FromResult(1); }")]
    [InlineData("interface IPrices { [Repeatable] Task<int> OfAsync(string article); }")]
    [InlineData("interface IPrices { Task<int> OfAsync(string article); } class Fixed : IPrices { [Repeatable] public Task<int> OfAsync(string article) => Task.FromResult(1); }")]
    [InlineData("abstract class Fixed { [Repeatable] public Task<int> OfAsync(string article) => Task.FromResult(1); }")]
    [InlineData("class Fixed { [⟦KL1009:Repeatable⟧] public Task<int> OfAsync(string article) => Task.FromResult(1); }")]
    [InlineData("interface IPrices { Task<int> OfAsync(string article); } sealed class Fixed : IPrices { [⟦KL1009:Repeatable⟧] public Task<int> OfAsync(string article) => Task.FromResult(1); }")]
    [InlineData("interface IPrices { Task<int> OfAsync(string article); } [ExecUnit(\"prices\")] class Prices : IPrices { public Task<int> OfAsync(string article) => Task.FromResult(1); [⟦KL1009:Repeatable⟧] public Task<int> CountAsync() => Task.FromResult(1); }")]
    [InlineData("interface IPrices<T> { [⟦KL1009:Repeatable⟧] Task<int> OfAsync(T article); }")]
    [InlineData("interface IPrices { [⟦KL1009:Repeatable⟧] static Task<int> OfAsync(string article) => Task.FromResult(1); }")]
    [InlineData("static class Prices { [⟦KL1009:Repeatable⟧] static Task<int> OfAsync(string article) => Task.FromResult(1); }")]
    public void A_mark_that_no_call_meets_is_shown(string source) => Squiggle.Check(source);
}
