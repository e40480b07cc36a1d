using Klotho.Analysis.Wire;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning.Compatibility;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary><c>[Sensitive]</c>: what the wire schema says of it, and where it hides nothing.</summary>
public sealed class SensitiveTests
{
    [Fact]
    public void The_wire_schema_holds_the_mark_of_the_property_its_parameter_or_what_it_overrides()
    {
        var result = Squiggle.Check("""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", ([Persist("values")] IKeyValueStore<Value> values) => values.GetAsync("a"));
            app.Run();
            public abstract record Base { [Sensitive] public virtual string? Name { get; init; } }
            public sealed record Value(int Plain, [Sensitive] string Card) : Base
            {
                [Sensitive] public List<int> Numbers { get; init; } = [];
                public override string? Name { get; init; }
            }
            """);

        var value = Assert.Single(result.Graph.Nodes.Items.SelectMany(node => node.Payloads.Items)).Schema.Types.Items.OfType<WireObject>().Single();
        Assert.Equal(["card", "name", "numbers"], value.Properties.Items.Where(property => property.IsSensitive).Select(property => property.Name));
        Assert.All(value.Properties.Items, property => Assert.Equal(property, WirePropertyText.Parse(property.Name, WirePropertyText.Of(property))));
    }

    [Theory]
    [InlineData("public class Value { [⟦KL1027:Sensitive⟧] internal string? Hidden { get; set; } }")]
    [InlineData("public class Value { [⟦KL1027:Sensitive⟧] public static string? All { get; set; } }")]
    [InlineData("public class Value { [JsonIgnore, ⟦KL1027:Sensitive⟧] public string? Left { get; set; } }")]
    [InlineData("public class Value { [JsonExtensionData, ⟦KL1027:Sensitive⟧] public Dictionary<string, JsonElement>? Rest { get; set; } }")]
    [InlineData("public class Value { public void Take([⟦KL1027:Sensitive⟧] string text) { } }")]
    [InlineData("public class Value([⟦KL1027:Sensitive⟧] string text) { public int Length => text.Length; }")]
    [InlineData("public class Value { public Value() { } public Value([⟦KL1027:Sensitive⟧] string name) => Name = name; public string? Name { get; set; } }")]
    [InlineData("[JsonConverter(typeof(Converter))] public record Value([⟦KL1027:Sensitive⟧] string Name); public abstract class Converter : JsonConverter<Value>;")]
    [InlineData("public class Value { [JsonInclude, Sensitive] internal string? Shown { get; set; } }")]
    [InlineData("public class Value { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Sensitive] public string? Shown { get; set; } }")]
    [InlineData("public class Value([Sensitive] string name) { public string Name => name; }")]
    [InlineData("public record struct Value { [Sensitive, JsonPropertyName(\"n\")] public string? Name { get; set; } }")]
    [InlineData("public interface Value { [Sensitive] string? Name { get; } }")]
    public void A_mark_that_hides_nothing_is_shown(string value) => Squiggle.Check($$"""
        using System.Text.Json;
        using System.Text.Json.Serialization;
        WebApplication.CreateBuilder(args).Build().Run();
        {{value}}
        """);

    [Fact]
    public void A_sensitive_member_is_no_key_because_stores_show_their_keys() => Squiggle.Check("""
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", ([PubSub("paid")] ITopic<Paid> paid) => paid.PublishAsync(new("1")));
        app.Run();
        public sealed record Paid([Sensitive] string Card);
        [ExecUnit("mail")]
        public class Mail { [Idempotent(⟦KL1026:nameof(Paid.Card)⟧), PubSub("paid")] public Task Handle(Paid paid) => Task.CompletedTask; }
        """);
}
