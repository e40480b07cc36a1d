using Klotho.Analysis.Wire;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>What cannot be called across a unit's boundary is shown where it stands, and only where it is called across one.</summary>
public sealed class BoundaryTests
{
    [Theory]
    [InlineData("string ⟦KL1012:Make⟧(string id);", "public string Make(string id) => id;", "thumbnailer.Make(id)")]
    [InlineData("Task MakeAsync(ref string ⟦KL1013:id⟧);", "public Task MakeAsync(ref string id) => Task.CompletedTask;", "thumbnailer.MakeAsync(ref id)")]
    [InlineData("Task ⟦KL1014:MakeAsync⟧<T>(T id);", "public Task MakeAsync<T>(T id) => Task.CompletedTask;", "thumbnailer.MakeAsync(id)")]
    [InlineData("Task MakeAsync(); Task ⟦KL1015:MakeAsync⟧(string id);", "public Task MakeAsync() => Task.CompletedTask; public Task MakeAsync(string id) => Task.CompletedTask;", "thumbnailer.MakeAsync(id)")]
    [InlineData("Task MakeAsync(Action ⟦KL1016:done⟧);", "public Task MakeAsync(Action done) => Task.CompletedTask;", "thumbnailer.MakeAsync(() => { })")]
    [InlineData("Task MakeAsync(IQueryable<int> ⟦KL1016:query⟧);", "public Task MakeAsync(IQueryable<int> query) => Task.CompletedTask;", "thumbnailer.MakeAsync(new[] { 1 }.AsQueryable())")]
    [InlineData("Task<MemoryStream> ⟦KL1016:MakeAsync⟧();", "public Task<MemoryStream> MakeAsync() => Task.FromResult(new MemoryStream());", "thumbnailer.MakeAsync()")]
    [InlineData("IAsyncEnumerable<Stream> ⟦KL1016:MakeAsync⟧();", "public IAsyncEnumerable<Stream> MakeAsync() => AsyncEnumerable.Empty<Stream>();", "thumbnailer.MakeAsync()")]
    [InlineData("Task MakeAsync(); int ⟦KL1017:Width⟧ { get; }", "public Task MakeAsync() => Task.CompletedTask; public int Width => 1;", "thumbnailer.MakeAsync()")]
    public void A_member_that_cannot_cross_is_an_error(string member, string implementation, string call)
    {
        Squiggle.Check(Program(member, implementation, call));

        // The same members are fine where nobody calls them from another unit.
        var unmarked = System.Text.RegularExpressions.Regex.Replace(member, "⟦KL\\d+:|⟧", "");
        Assert.Empty(App.Analyze(Program(unmarked, implementation, "id")).Diagnostics);
    }

    [Fact]
    public void A_stream_can_cross_and_is_known_by_its_items()
    {
        var result = App.Analyze(Program(
            "IAsyncEnumerable<DateTime?> MakeAsync(string id, CancellationToken cancel = default);",
            "public IAsyncEnumerable<DateTime?> MakeAsync(string id, CancellationToken cancel) => AsyncEnumerable.Empty<DateTime?>();",
            "thumbnailer.MakeAsync(id)"));

        Assert.Empty(result.Diagnostics);
        Assert.Equal(
            [(WireRole.Request, "(string id)"), (WireRole.Item, "DateTime?")],
            result.Graph.Nodes.Items.Single(node => node.Id.Name == "thumbnails").Payloads.Items.Select(payload => (payload.Role, payload.Type)));
    }

    [Fact]
    public void A_class_of_another_unit_is_shown_where_it_is_injected_and_created()
    {
        var result = Squiggle.Check("""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/a", (Worker ⟦KL1011:worker⟧) => worker.Work());
            app.MapGet("/b", () => ⟦KL1011:new Worker()⟧.Work());
            app.Run();

            [ExecUnit("work")]
            public sealed class Worker
            {
                public int Work() => 1;
            }
            """);

        Assert.All(result.Diagnostics, diagnostic => Assert.Equal(7, diagnostic.Locations[1].Line));
    }

    [Theory]
    [InlineData("first.RunAsync()", "Task.CompletedTask", "\"one\" → \"two\" → \"one\"")]
    [InlineData("third.RunAsync()", "⟦first.RunAsync()⟧", "\"one\" → \"two\" → \"three\" → \"one\"")]
    [InlineData("Task.CompletedTask", "first.RunAsync()", null)]
    public void A_circle_of_units_is_an_error_at_the_call_that_closes_it(string ofSecond, string ofThird, string? circle)
    {
        var closing = circle is null ? ofSecond : ofSecond == "first.RunAsync()" ? $"⟦KL1018:{ofSecond}⟧" : ofSecond;
        var result = Squiggle.Check($$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", (IFirst first) => first.RunAsync());
            app.MapGet("/third", (IThird third) => third.RunAsync());
            app.Run();
            public interface IFirst { Task RunAsync(); }
            public interface ISecond { Task RunAsync(); }
            public interface IThird { Task RunAsync(); }
            [ExecUnit("one")] class First(ISecond second) : IFirst { public Task RunAsync() => second.RunAsync(); }
            [ExecUnit("two")] class Second(IFirst first, IThird third) : ISecond { public Task RunAsync() => {{closing}}; public object[] All => [first, third]; }
            [ExecUnit("three")] class Third(IFirst first) : IThird { public Task RunAsync() => {{ofThird.Replace("⟦", "⟦KL1018:", StringComparison.Ordinal)}}; public object All => first; }
            """);

        Assert.Equal(circle is not null, result.Diagnostics.Items.Any(each => each.Rule.Code.Value == "KL1018" && each.Message.Contains(circle ?? "", StringComparison.Ordinal)));
    }

    private static string Program(string member, string implementation, string call) => $$"""
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/{id}", (string id, IThumbnailer thumbnailer) => {{call}});
        app.Run();

        public interface IThumbnailer { {{member}} }

        [ExecUnit("thumbnails")]
        public sealed class Thumbnailer : IThumbnailer { {{implementation}} }
        """;
}
