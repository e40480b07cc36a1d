using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Ide;

/// <summary>Mends at the boundary of a unit change the interface, what implements it and its calls in one go.</summary>
public sealed class BoundaryFixTests
{
    [Theory]
    [InlineData("string Make(string id);", "public string Make(string id) => id;", "(string id, IThumbnailer thumbnailer) => thumbnailer.Make(id).Length",
        "Task<string> Make(string id);", "public Task<string> Make(string id) => Task.FromResult<string>(id);", "async (string id, IThumbnailer thumbnailer) => (await thumbnailer.Make(id)).Length", "Return Task<string>")]
    [InlineData("long Make(string id);", "public long Make(string id) { if (id == \"\") { return 0; } Func<int> size = () => { return 1; }; return size(); }", "async (string id, IThumbnailer thumbnailer) => { await Task.Yield(); return thumbnailer.Make(id); }",
        "Task<long> Make(string id);", "public Task<long> Make(string id) { if (id == \"\") { return Task.FromResult<long>(0); } Func<int> size = () => { return 1; }; return Task.FromResult<long>(size()); }", "async (string id, IThumbnailer thumbnailer) => { await Task.Yield(); return await thumbnailer.Make(id); }", "Return Task<long>")]
    [InlineData("void Make(string id);", "public void Make(string id) => throw new NotSupportedException();", "(string id, IThumbnailer thumbnailer) => { thumbnailer.Make(id); }",
        "Task Make(string id);", "public Task Make(string id) => throw new NotSupportedException();", "async (string id, IThumbnailer thumbnailer) => { await thumbnailer.Make(id); }", "Return Task")]
    public async Task A_method_comes_to_return_a_task(string member, string implementation, string call, string mendedMember, string mendedImplementation, string mendedCall, string title) =>
        await IsAsync(await Open(Program(member, implementation, call)).OfferedAsync("KL1012"), title, Program(mendedMember, mendedImplementation, mendedCall), "KL1012");

    [Theory]
    [InlineData("Task MakeAsync(in string id, int size);", "public Task MakeAsync(in string id, int size) => Task.CompletedTask;", "(string id, IThumbnailer thumbnailer) => thumbnailer.MakeAsync(in id, 1)")]
    [InlineData("Task MakeAsync(ref string id, int size);", "public Task MakeAsync(ref string id, int size) => Task.CompletedTask;", "(string id, IThumbnailer thumbnailer) => thumbnailer.MakeAsync(size: 1, id: ref id)")]
    public async Task A_parameter_is_passed_by_value_everywhere(string member, string implementation, string call)
    {
        var mended = Program(member, implementation, call).Replace("ref ", "", StringComparison.Ordinal).Replace("(in ", "(", StringComparison.Ordinal);

        await IsAsync(await Open(Program(member, implementation, call)).OfferedAsync("KL1013"), "Pass 'id' by value", mended, "KL1013");
    }

    [Theory]
    [InlineData("Task MakeAsync(out string id);", "public Task MakeAsync(out string id) { id = \"\"; return Task.CompletedTask; }", "(IThumbnailer thumbnailer) => thumbnailer.MakeAsync(out _)")]
    [InlineData("Task MakeAsync(ref string id);", "public Task MakeAsync(ref string id) { id += \"!\"; return Task.CompletedTask; }", "(string id, IThumbnailer thumbnailer) => thumbnailer.MakeAsync(ref id)")]
    public async Task What_is_handed_out_by_reference_is_the_authors_to_return(string member, string implementation, string call)
    {
        var open = Open(Program(member, implementation, call));

        Assert.Contains(await open.DiagnosticsAsync(), found => found.Id == "KL1013");
        Assert.Empty(await open.OfferedAsync("KL1013"));
    }

    [Fact]
    public async Task An_interface_of_the_class_takes_its_place_also_where_it_is_kept()
    {
        const string Before =
            """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", (Desk desk) => desk.WorkAsync());
            app.Run();

            public sealed class Desk
            {
                private readonly Worker worker;

                public Desk(Worker worker) => this.worker = worker;

                public Task<int> WorkAsync() => worker.WorkAsync();
            }

            public interface IWorker { Task<int> WorkAsync(); }

            [ExecUnit("work")]
            public sealed class Worker : IWorker { public Task<int> WorkAsync() => Task.FromResult(1); }
            """;

        await IsAsync(await Open(Before).OfferedAsync("KL1011"), "Take 'IWorker'",
            Before.Replace("readonly Worker worker", "readonly IWorker worker", StringComparison.Ordinal).Replace("Desk(Worker worker)", "Desk(IWorker worker)", StringComparison.Ordinal), "KL1011");
    }

    [Fact]
    public async Task A_class_without_an_interface_gets_one()
    {
        const string Before =
            """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", (Worker worker, CancellationToken cancel) => worker.WorkAsync(cancel));
            app.Run();

            /// <summary>Works.</summary>
            [ExecUnit("work")]
            public sealed class Worker([Persist("done")] IBlobStore done)
            {
                public async Task<bool> WorkAsync(CancellationToken cancel = default) => await done.DeleteAsync("x", cancel);

                [Schedule("nightly", "0 3 * * *")]
                public Task RunAsync() => Task.CompletedTask;

                private int Count() => 1;
            }
            """;

        await IsAsync(await Open(Before).OfferedAsync("KL1011"), "Take a new interface 'IWorker'",
            Before.Replace("(Worker worker,", "(IWorker worker,", StringComparison.Ordinal)
                .Replace("/// <summary>Works", "public interface IWorker\n{\n    Task<bool> WorkAsync(CancellationToken cancel = default);\n}\n\n/// <summary>Works", StringComparison.Ordinal)
                .Replace("IBlobStore done)\n", "IBlobStore done) : IWorker\n", StringComparison.Ordinal), "KL1011");
    }

    [Fact]
    public async Task An_interface_that_does_not_have_what_is_used_is_not_offered()
    {
        var open = Open(
            """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", (Worker worker) => worker.WorkAsync());
            app.Run();
            public interface IOther;
            [ExecUnit("work")] public sealed class Worker : IOther { public Task<int> WorkAsync() => Task.FromResult(1); }
            """);

        Assert.Contains(await open.DiagnosticsAsync(), found => found.Id == "KL1011");
        Assert.Empty(await open.OfferedAsync("KL1011"));
    }

    [Theory]
    [InlineData("public interface IShape;\npublic record Circle(int Radius) : IShape;\npublic record Square(int Side) : IShape;", "Say which types stand behind 'IShape'",
        "[System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), \"circle\")]\n[System.Text.Json.Serialization.JsonDerivedType(typeof(Square), \"square\")]\npublic interface IShape;\npublic record Circle(int Radius) : IShape;\npublic record Square(int Side) : IShape;")]
    [InlineData("public class IShape\n{\n    public IShape(int side) => Side = side;\n\n    public IShape(string other) => Side = other.Length;\n\n    public int Side { get; }\n}", "Have System.Text.Json call this constructor of 'IShape'",
        "public class IShape\n{\n    [System.Text.Json.Serialization.JsonConstructor]\n    public IShape(int side) => Side = side;\n\n    public IShape(string other) => Side = other.Length;\n\n    public int Side { get; }\n}")]
    public async Task A_payload_says_how_it_is_read_back(string types, string title, string mended)
    {
        static string Program(string types) => $$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", ([Persist("drawings")] IKeyValueStore<Drawing> drawings) => drawings.GetAsync("x"));
            app.Run();
            public sealed record Drawing(List<IShape> Shapes);
            {{types}}
            """;

        await IsAsync(await Open(Program(types)).OfferedAsync("KL1050"), title, Program(mended), "KL1050");
    }

    [Theory]
    [InlineData("public record Line(int Number, Drawing? Whole);", "Leave 'Line.Whole' out of the payload", "public record Line(int Number, [property: System.Text.Json.Serialization.JsonIgnore] Drawing? Whole);")]
    [InlineData("public class Part\n{\n    public Drawing? Whole { get; set; }\n}\n\npublic class Line : Part;", "Leave 'Line.Whole' out of the payload",
        "public class Part\n{\n    [System.Text.Json.Serialization.JsonIgnore]\n    public Drawing? Whole { get; set; }\n}\n\npublic class Line : Part;")]
    public async Task A_payload_leaves_out_what_leads_back(string types, string title, string mended)
    {
        static string Program(string types) => $$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", ([Persist("drawings")] IKeyValueStore<Drawing> drawings) => drawings.GetAsync("x"));
            app.Run();
            public sealed record Drawing(List<Line> Lines);
            {{types}}
            """;

        var offered = await Open(Program(types)).OfferedAsync("KL1051");

        Assert.Equal(2, offered.Count);
        await IsAsync([offered[0]], title, Program(mended), "KL1051");
    }

    private static async Task IsAsync(IReadOnlyList<(string Title, CodeFixRun After)> offered, string title, string text, string rule)
    {
        var one = Assert.Single(offered);
        Assert.Equal(title, one.Title);
        Assert.Equal(text, await one.After.TextAsync());
        await one.After.IsMendedAsync(rule);
    }

    private static CodeFixRun Open(string text) => CodeFixRun.Of(App.Unchecked([("Program.cs", text)]));

    private static string Program(string member, string implementation, string handler) => $$"""
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/{id}", {{handler}});
        app.Run();

        public interface IThumbnailer { {{member}} }

        [ExecUnit("thumbnails")]
        public sealed class Thumbnailer : IThumbnailer { {{implementation}} }
        """;
}
