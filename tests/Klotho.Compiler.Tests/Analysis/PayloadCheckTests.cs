using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Payloads that System.Text.Json cannot write and read back are shown where the resource is declared.</summary>
public sealed class PayloadCheckTests
{
    [Theory]
    [InlineData("public Action? Done { get; set; }", "is a delegate")]
    [InlineData("public List<Type> Types { get; set; } = [];", "describes code")]
    [InlineData("public IOther? Other { get; set; }", "is an interface")]
    [InlineData("public Dictionary<string, Shape> Shapes { get; set; } = [];", "is abstract")]
    [InlineData("public Hidden? Hidden { get; set; }", "has no public constructor")]
    [InlineData("public Value Doubled => new();", "always holds another one in 'Doubled'")]
    [InlineData("public Unfilled? Unfilled { get; set; }", "has a constructor whose parameter 'size' is no property of the same type")]
    public void A_value_that_is_not_read_back_is_an_error(string property, string reason)
    {
        var result = Squiggle.Check(Program("⟦KL1050:IKeyValueStore<Value>⟧", property));

        Assert.Contains(result.Diagnostics.Items, told => told.Rule.Code.Value == "KL1050" && told.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public List<Value> Children { get; set; } = [];")]
    [InlineData("[System.Text.Json.Serialization.JsonIgnore] public Action? Done { get; set; }")]
    [InlineData("public Known? Known { get; set; }")]
    [InlineData("public JsonElement Anything { get; set; }")]
    public void A_value_that_is_read_back_is_fine(string property) => Squiggle.Check(Program("IKeyValueStore<Value>", property));

    [Fact]
    public void A_payload_of_a_call_is_told_at_the_method() => Squiggle.Check("""
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", (IDrawer drawer) => drawer.DrawAsync());
        app.Run();
        public interface IDrawer { Task<IShape> ⟦KL1050:DrawAsync⟧(); }
        public interface IShape { double Area { get; } }
        [ExecUnit("drawer")] public class Drawer : IDrawer { public Task<IShape> DrawAsync() => throw new NotSupportedException(); }
        """);

    [Theory]
    [InlineData("IKeyValueStore<Value>", "builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.ReferenceHandler = ReferenceHandler.IgnoreCycles);")]
    [InlineData("⟦KL1051:IKeyValueStore<Value>⟧", "new JsonSerializerOptions().ReferenceHandler = ReferenceHandler.IgnoreCycles;")]
    [InlineData("⟦KL1051:IKeyValueStore<Value>⟧", "builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.ReferenceHandler = null);")]
    public void A_value_that_leads_back_is_told_unless_payloads_are_written_with_references(string store, string configuration) => Squiggle.Check($$"""
        using System.Text.Json;
        using System.Text.Json.Serialization;
        var builder = WebApplication.CreateBuilder(args);
        {{configuration}}
        var app = builder.Build();
        app.MapGet("/", ([Persist("values")] {{store}} values) => values.GetAsync("a"));
        app.Run();
        public class Value { public List<Part> Parts { get; set; } = []; }
        public class Part { public Value? Whole { get; set; } }
        """);

    private static string Program(string store, string property) => $$"""
        using System.Text.Json;
        using System.Text.Json.Serialization;
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", ([Persist("values")] {{store}} values) => values.GetAsync("a"));
        app.Run();
        public class Value { {{property}} }
        public interface IOther { int Number { get; } }
        public abstract class Shape;
        public class Hidden { private Hidden() { } public static Hidden Of() => new(); }
        public class Unfilled { public Unfilled(int size) { Width = size; } public int Width { get; } }
        [JsonDerivedType(typeof(One), "one")] public abstract class Known;
        public class One : Known;
        """;
}
