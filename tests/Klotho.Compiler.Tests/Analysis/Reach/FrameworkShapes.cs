using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>Code that the framework creates and calls.</summary>
public sealed class FrameworkShapes
{
    [Theory]
    [InlineData("DeleteAsync", "app.UseMiddleware<M>();", "class M(RequestDelegate next, [Persist(\"s\")] IBlobStore b) { public async Task InvokeAsync(HttpContext c) { await b.DeleteAsync(\"a\"); await next(c); } }")]
    [InlineData("DeleteAsync", "app.UseMiddleware<M>();", "class M(RequestDelegate next) { public async Task InvokeAsync(HttpContext c, [FromKeyedServices(\"s\")] IBlobStore b) { await b.DeleteAsync(\"a\"); await next(c); } }")]
    [InlineData("DeleteAsync", "app.MapGet(\"/f\", () => 1).AddEndpointFilter<F>();", "class F([Persist(\"s\")] IBlobStore b) : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext c, EndpointFilterDelegate n) { await b.DeleteAsync(\"a\"); return await n(c); } }")]
    [InlineData("DeleteAsync", "builder.Services.AddHostedService<H>();", "abstract class B : BackgroundService { protected override Task ExecuteAsync(CancellationToken c) => Go(); protected abstract Task Go(); } class H([Persist(\"s\")] IBlobStore b) : B { protected override async Task Go() => await b.DeleteAsync(\"a\"); }")]
    [InlineData("DeleteAsync", "builder.Services.AddSingleton<Make>(Create); static Make Create(IServiceProvider p) { p.GetRequiredKeyedService<IBlobStore>(\"s\").DeleteAsync(\"a\"); return new(); } app.MapGet(\"/m\", (Make m) => 1);", "class Make;", "S")]
    [InlineData("*", "app.MapGet(\"/{k}\", (string k, IServiceProvider p) => p.GetRequiredKeyedService<IBlobStore>(k).DeleteAsync(\"a\"));", "", "S")]
    [InlineData("*", "app.MapGet(\"/{k}\", (IServiceProvider p) => p.GetKeyedServices<IBlobStore>(\"s\").First().DeleteAsync(\"a\"));", "", "S")]
    [InlineData("*", "app.MapGet(\"/{k}\", (IServiceProvider p) => Get<IBlobStore>(p).DeleteAsync(\"a\")); static T Get<T>(IServiceProvider p) where T : notnull => p.GetRequiredKeyedService<T>(\"s\");", "", "S")]
    [InlineData("DeleteAsync", "app.MapGet(\"/{k}\", (IServiceProvider p) => ((IBlobStore)p.GetRequiredKeyedService(typeof(IBlobStore), \"s\")).DeleteAsync(\"a\"));", "", "S")]
    [InlineData("*", "app.MapGet(\"/{k}\", (IServiceProvider p) => { object b = p.GetRequiredKeyedService(typeof(IBlobStore), \"s\"); return ((IBlobStore)b).DeleteAsync(\"a\"); });", "", "S")]
    [InlineData("DeleteAsync", "app.MapGet(\"/{k}\", (HttpContext c) => c.RequestServices.GetKeyedService<IBlobStore>(\"s\")!.DeleteAsync(\"a\"));", "", "S")]
    [InlineData("DeleteAsync", "app.MapGet(\"/p\", ([AsParameters] D d) => d.B.DeleteAsync(\"a\"));", "readonly record struct D([Persist(\"s\")] IBlobStore B);")]
    [InlineData("DeleteAsync", "app.MapGet(\"/p\", (IEnumerable<ITask> all) => all.Count());", "interface ITask; class T : ITask { public T([Persist(\"s\")] IBlobStore b) => b.DeleteAsync(\"a\"); }")]
    [InlineData("DeleteAsync", "app.MapGet(\"/p\", (Base b) => 1);", "abstract class Base; class T : Base { public T([Persist(\"s\")] IBlobStore b) => b.DeleteAsync(\"a\"); }")]
    [InlineData("DeleteAsync", "builder.Services.AddSignalR(); app.MapHub<Chat>(\"/chat\");", "class Chat([Persist(\"s\")] IBlobStore b) : Microsoft.AspNetCore.SignalR.Hub { public async Task Send() => await b.DeleteAsync(\"a\"); }")]
    [InlineData("DeleteAsync", "app.MapControllers();", "[Route(\"x\")] public class XController : ControllerBase { [HttpGet, Audit] public int Get() => 1; } class AuditAttribute : ActionFilterAttribute { public override void OnActionExecuted(ActionExecutedContext c) => c.HttpContext.RequestServices.GetRequiredKeyedService<IBlobStore>(\"s\").DeleteAsync(\"a\"); }", "S")]
    [InlineData("DeleteAsync", "app.MapControllers();", "[Route(\"x\")] public class XController : ControllerBase { [HttpGet, ServiceFilter(typeof(F))] public int Get() => 1; } class F([Persist(\"s\")] IBlobStore b) : IActionFilter { public void OnActionExecuting(ActionExecutingContext c) { } public void OnActionExecuted(ActionExecutedContext c) => b.DeleteAsync(\"a\"); }")]
    [InlineData("DeleteAsync", "app.MapDefaultControllerRoute();", "public class XController([Persist(\"s\")] IBlobStore b) : Controller { public async Task Get() => await b.DeleteAsync(\"a\"); }")]
    [InlineData("DeleteAsync", "app.MapRazorPages();", "public class XModel([Persist(\"s\")] IBlobStore b) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public async Task OnGet() => await b.DeleteAsync(\"a\"); }")]
    [InlineData("DeleteAsync", "typeof(Jobs).GetMethod(\"Run\")!.Invoke(null, null);", "static class Jobs { public static void Run() => Hold.B.DeleteAsync(\"a\"); } static class Hold { public static IBlobStore B = null!; } class Fill { public Fill([Persist(\"s\")] IBlobStore b) => Hold.B = b; }")]
    [InlineData("DeleteAsync", "app.MapGet(\"/v\", (V v) => 1);", "record V { public static ValueTask<V?> BindAsync(HttpContext c) { c.RequestServices.GetRequiredKeyedService<IBlobStore>(\"s\").DeleteAsync(\"a\"); return default; } }", "S")]
    [InlineData("ListAsync", "app.MapGet(\"/r\", () => new R());", "class R : IResult { public async Task ExecuteAsync(HttpContext c) { await foreach (var x in c.RequestServices.GetRequiredKeyedService<IBlobStore>(\"s\").ListAsync()) { } } }", "S")]
    [InlineData("DeleteAsync", "_ = new SortedSet<K>([new()], new Order());", "class K; class Order : IComparer<K> { public int Compare(K? a, K? b) { Hold.B.DeleteAsync(\"a\"); return 0; } } static class Hold { public static IBlobStore B = null!; } class Fill([Persist(\"s\")] IBlobStore b) : BackgroundService { protected override Task ExecuteAsync(CancellationToken c) { Hold.B = b; return Task.CompletedTask; } }")]
    [InlineData("DeleteAsync", "builder.WebHost.UseStartup<Start>();", "class Start { public void ConfigureServices(IServiceCollection s) => s.AddSingleton<IDrop>(p => new Drop(p.GetRequiredKeyedService<IBlobStore>(\"s\"))); public void Configure(IApplicationBuilder app) => app.ApplicationServices.GetRequiredService<IDrop>().Go(); } interface IDrop { void Go(); } class Drop(IBlobStore b) : IDrop { public void Go() => b.DeleteAsync(\"a\"); }", "S")]
    public void Operations_are_found(string operations, string startup, string types, string needs = "")
    {
        // Where no annotation declares the store, a route that does nothing with it does.
        var declares = needs == "S" ? "app.MapGet(\"/declared\", ([Persist(\"s\")] IBlobStore s) => s is null);" : "";
        var result = App.Analyze($$"""
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.AspNetCore.Mvc.Filters;

            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            {{startup}}
            {{declares}}
            app.Run();

            {{types}}
            """);

        Assert.Equal(operations == "*" ? "DeleteAsync LinkAsync ListAsync ReadAsync ReplaceAsync StatAsync WriteAsync" : operations, Shape.Operations(result));
        Assert.Equal(operations == "*", result.Diagnostics.Items.Any(each => each.Rule.Code.Value is "KL1070" or "KL1071"));
    }

    [Theory]
    [InlineData("inbox.HandleOnceAsync(context, _ => files.DeleteAsync(\"a\").AsTask() is { } t ? new ValueTask(t) : default)", "DeleteAsync GetAsync PutExpiringAsync")]
    [InlineData("Inbox.HandleOnceAsync(inbox, context, work: c => new ValueTask(files.DeleteAsync(\"a\", c).AsTask()), cancel: default)", "DeleteAsync GetAsync PutExpiringAsync")]
    [InlineData("inbox.ForgetAsync(TimeSpan.FromDays(30))", "DeleteAsync ScanAsync")]
    public void An_inbox_asks_for_what_it_does_and_for_no_more(string call, string operations)
    {
        var result = App.Analyze($$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.Run();

            [ExecUnit("mail")]
            class Mail([Persist("inbox")] IKeyValueStore<HandledMessage> inbox, [Persist("s")] IBlobStore files)
            {
                [PubSub("paid")]
                public async Task Handle(string paid, MessageContext context, CancellationToken cancel) { await {{call}}; await files.DeleteAsync("b"); }
            }
            """);

        Assert.DoesNotContain(result.Diagnostics.Items, each => each.Rule.Code.Value is "KL1070" or "KL1071");
        Assert.Equal(operations, string.Join(' ', result.Graph.Edges.Items.Where(edge => edge.To.ToString() == "kv:inbox")
            .SelectMany(edge => edge.Operations.Items).Select(operation => operation.Name[(operation.Name.IndexOf('.') + 1)..]).Order(StringComparer.Ordinal)));
        Assert.Equal(["fs:s"], result.Graph.Edges.Items.Where(edge => edge.Operations.Items.Any(operation => operation.Name == "IBlobStore.DeleteAsync")).Select(edge => edge.To.ToString()));
    }

    [Theory]
    [InlineData("await store.GetAsync(\"a\", ReadConsistency.Eventual)", "GetAsync")]
    [InlineData("await store.GetManyAsync([\"a\"])", "GetManyAsync")]
    [InlineData("await store.PutManyAsync([KeyValuePair.Create(\"a\", \"b\")])", "PutManyAsync")]
    [InlineData("await store.PutExpiringAsync(\"a\", \"b\", TimeSpan.FromHours(1))", "PutExpiringAsync")]
    [InlineData("await store.DeleteManyAsync([\"a\"])", "DeleteManyAsync")]
    [InlineData("Console.WriteLine((object)store)", "DeleteAsync DeleteManyAsync GetAsync GetManyAsync PutAsync PutExpiringAsync PutManyAsync QueryAsync ScanAsync")]
    public void A_member_that_an_interface_implements_itself_is_an_operation_too(string call, string operations)
    {
        var result = App.Analyze($$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/", async ([Persist("s")] IKeyValueStore<string> store) => { {{call}}; await Task.Yield(); });
            app.Run();
            """);

        Assert.Equal(operations, Shape.Operations(result));
    }
}
