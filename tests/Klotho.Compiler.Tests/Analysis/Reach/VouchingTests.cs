using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>What an author vouches for narrows what cannot be followed, and is told.</summary>
public sealed class VouchingTests
{
    [Theory]
    [InlineData("IBlobStore", "new List<object> { ⟦KL1078:s⟧ }.Count", "LinkAsync ListAsync ReadAsync StatAsync")]
    [InlineData("IKeyValueStore<int>", "((Func<object>)(() => ⟦KL1078:s⟧))()", "GetAsync GetManyAsync QueryAsync ScanAsync")]
    [InlineData("Microsoft.Extensions.Caching.Distributed.IDistributedCache", "new object[] { ⟦KL1078:s⟧ }.Length", "Get GetAsync")]
    [InlineData("IBlobStore", "s.ListAsync()", "ListAsync")]
    [InlineData("IBlobStore", "⟦KL1079:s.DeleteAsync(\"a\")⟧", "DeleteAsync")]
    [InlineData("Microsoft.Extensions.Caching.Distributed.IDistributedCache", "⟦KL1079:s.RemoveAsync(\"a\")⟧", "Get GetAsync")]
    public void Vouched_for_is_what_the_annotation_is_on(string type, string body, string operations)
    {
        var result = Squiggle.Check($$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", ([Persist("s", Access = StoreAccess.Read)] {{type}} s) => {{body}});
            app.Run();
            """);

        Assert.Equal(operations, Shape.Operations(result));
        Assert.All(result.Diagnostics.Items.Where(each => each.Rule.Code.Value is "KL1078" or "KL1079"), each => Assert.Equal("Program.cs:2", each.Locations[1].ToString()));
    }

    [Fact]
    public void Nobody_vouches_for_what_others_resolve()
    {
        var result = App.Analyze("""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", ([Persist("s", Access = StoreAccess.Read)] IBlobStore s) => s.StatAsync("a"));
            app.MapGet("/{key}", (string key, IServiceProvider services) => services.GetRequiredKeyedService<IBlobStore>(key) is null);
            app.Run();
            """);

        Assert.Equal("DeleteAsync LinkAsync ListAsync ReadAsync ReplaceAsync StatAsync WriteAsync", Shape.Operations(result));
    }
}
