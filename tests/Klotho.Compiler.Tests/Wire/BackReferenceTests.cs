using System.Collections;
using System.Reflection;
using System.Text.Json;
using Klotho.Analysis.Payloads;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.AspNetCore.Http.Json;

namespace Klotho.Compiler.Tests.Wire;

/// <summary>What is said to lead back does so: System.Text.Json throws on such an object, and on none of the types that are let through.</summary>
public sealed class BackReferenceTests
{
    private const int InstancesOfEach = 25;

    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static JsonSerializerOptions Runtime => new JsonOptions().SerializerOptions;

    [Theory]
    [InlineData("class Root { public List<Line> Lines { get; set; } = []; } class Line { public Root? Order { get; set; } }", "Line.Order", "Root.Lines")]
    [InlineData("class Root { public Order? Order { get; set; } } class Order { public List<Root> Lines { get; } = []; }", "Root.Order", "Order.Lines")]
    [InlineData("class Root { public Passport? Passport { get; set; } } class Passport { public Root? Holder { get; set; } }", "Passport.Holder", "Root.Passport")]
    [InlineData("class Root { public Dictionary<string, Line> Lines { get; } = []; } record Line(Root? Order);", "Line.Order", "Root.Lines")]
    [InlineData("record Root(List<Line> Lines); record Line(Root? Order);", "Line.Order", "Root.Lines")]
    [InlineData("class Root { public Line[] Lines { get; init; } = []; } record Line(Root? Order);", "Line.Order", "Root.Lines")]
    [InlineData("class Root { public string Name { get; set; } = \"\"; public Root? Parent { get; set; } public List<Root> Children { get; set; } = []; }", "Root.Parent", "Root.Children")]
    [InlineData("class Root { public Root? ParentNode { get; set; } public Root? Left { get; set; } public Root? Right { get; set; } }", "Root.ParentNode", "Root.Left")]
    [InlineData("class Root { public Root? Next { get; set; } public Root? Previous { get; set; } }", "Root.Previous", "Root.Next")]
    [InlineData("class Root { public Root? Manager { get; set; } public List<Root> DirectReports { get; set; } = []; }", "Root.Manager", "Root.DirectReports")]
    [InlineData("class Root { public Department? Staff { get; set; } } class Department { public List<Person> People { get; set; } = []; } class Person { public Department? Department { get; set; } }", "Person.Department", "Department.People")]
    [InlineData("class Shape { public Root? Parent { get; set; } } class Circle : Shape; class Root { public List<Circle> Shapes { get; set; } = []; }", "Circle.Parent", "Root.Shapes")]
    [InlineData("[JsonDerivedType(typeof(Root), 1), JsonDerivedType(typeof(Leaf), 2)] abstract class Part { public Root? Parent { get; set; } } class Leaf : Part; class Root : Part { public List<Part> Parts { get; set; } = []; }", "Leaf.Parent", "Root.Parts")]
    public void System_Text_Json_throws_where_a_member_leads_back(string types, string back, string forth)
    {
        var fixtures = Fixtures(types);
        var root = Assert.IsAssignableFrom<Type>(fixtures.Assembly.GetType("Payloads.Root"));
        var circle = BackReferences.In(fixtures.SymbolOf(root), WireOptions.Web).First();
        var (leadsBack, holds) = (circle.Back, Assert.Single(circle.Way));

        Assert.Equal(($"Payloads.{back}", $"Payloads.{forth}"), (leadsBack.Name, holds.Name));
        var maker = new InstanceMaker(fixtures.Assembly, new(types.Length));
        var (holder, held) = (Made(holds.Of.Name), Made(leadsBack.Of.Name));
        Put(holder, holds.Symbol.Name, held);
        Put(held, leadsBack.Symbol.Name, holder);
        var thrown = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(holder, holder.GetType(), Runtime));
        Assert.Contains("cycle", thrown.Message, StringComparison.Ordinal);

        object Made(string name) => Assert.IsAssignableFrom<object>(maker.Make(Assert.IsAssignableFrom<Type>(fixtures.Assembly.GetType($"Payloads.{name}"))));
    }

    [Theory]
    [InlineData("class Root { public List<Order> Orders { get; set; } = []; } class Order { public List<Line> Lines { get; set; } = []; } class Line { public Root? Customer { get; set; } }", "Line.Customer", "Root → Order → Line → Root")]
    [InlineData("class Root { public Engine? Engine { get; set; } } class Engine { public Maker? Maker { get; set; } } class Maker { public Plant? Plant { get; set; } } class Plant { public Root? Flagship { get; set; } }", "Plant.Flagship", "Root → Engine → Maker → Plant → Root")]
    [InlineData("class Root { public Team? Team { get; set; } } class Team { public Dictionary<string, Person> People { get; set; } = []; } class Person { public Desk? Desk { get; set; } } class Desk { public Team? Team { get; set; } }", "Desk.Team", "Team → Person → Desk → Team")]
    [InlineData("record Root(Order[] Orders); record Order(List<Line> Lines); record Line(Root? Customer);", "Line.Customer", "Root → Order → Line → Root")]
    public void System_Text_Json_throws_where_a_circle_of_types_closes(string types, string back, string circle)
    {
        var fixtures = Fixtures(types);
        var root = Assert.IsAssignableFrom<Type>(fixtures.Assembly.GetType("Payloads.Root"));
        var found = BackReferences.In(fixtures.SymbolOf(root), WireOptions.Web).First();

        Assert.Equal(($"Payloads.{back}", circle), (found.Back.Name, found.Types));
        var maker = new InstanceMaker(fixtures.Assembly, new(types.Length));
        var objects = found.Way.Append(found.Back).Select(member => (member, made: Assert.IsAssignableFrom<object>(maker.Make(Assert.IsAssignableFrom<Type>(fixtures.Assembly.GetType($"Payloads.{member.Of.Name}")))))).ToList();
        for (var index = 0; index < objects.Count; index++)
        {
            Put(objects[index].made, objects[index].member.Symbol.Name, objects[(index + 1) % objects.Count].made);
        }

        var thrown = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(objects[0].made, objects[0].made.GetType(), Runtime));
        Assert.Contains("cycle", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("record Root(IReadOnlyList<Order> Orders); record Order(ImmutableArray<Line> Lines); record Line(string Text, Root? Customer);")]
    [InlineData("class Root { public List<Order> Orders { get; set; } = []; } class Order { public List<Line> Lines { get; set; } = []; } class Line { public int Number { get; set; } public List<Root> Customers { get; set; } = []; }")]
    [InlineData("class Root { public List<Order> Orders { get; set; } = []; } class Order { public int Number { get; set; } [JsonIgnore] public Line? Line { get; set; } } class Line { public Root? Customer { get; set; } }")]
    [InlineData("class Root { public List<Root> Children { get; set; } = []; }")]
    [InlineData("class Root { public int Value { get; set; } public Root? Next { get; set; } }")]
    [InlineData("class Root { public Root? Left { get; set; } public Root? Right { get; set; } }")]
    [InlineData("class Root { public Root? Condition { get; set; } public List<Root> Arguments { get; set; } = []; }")]
    [InlineData("class Root { public string Name { get; set; } = \"\"; public Root? Parent { get; set; } public Root? Replacement { get; set; } }")]
    [InlineData("class Root { public List<Group> Groups { get; set; } = []; } class Group { public List<Root> Filters { get; set; } = []; }")]
    [InlineData("record Root(IReadOnlyList<Statement> Statements); record Statement(string Text, Root? Block);")]
    [InlineData("record Root(ImmutableArray<Statement> Statements); record Statement(string Text) { public Root? Block { get; init; } }")]
    [InlineData("class Root { public List<Line> Lines { get; set; } = []; } class Line { public int Number { get; set; } [JsonIgnore] public Root? Order { get; set; } }")]
    [InlineData("class Root { [JsonIgnore] public List<Line> Lines { get; set; } = []; public int Number { get; set; } } class Line { public Root? Order { get; set; } }")]
    [InlineData("class Root { public List<Line> Lines { get; set; } = []; } class Line { public int Number { get; set; } internal Root? Order { get; set; } }")]
    [InlineData("[JsonDerivedType(typeof(Root), 1), JsonDerivedType(typeof(And), 2)] abstract class Rule; class Root : Rule { public Rule? Inner { get; set; } } class And : Rule { public List<Rule> Rules { get; set; } = []; }")]
    public void System_Text_Json_writes_and_reads_what_is_let_through(string types)
    {
        var fixtures = Fixtures(types);
        var root = Assert.IsAssignableFrom<Type>(fixtures.Assembly.GetType("Payloads.Root"));

        Assert.Empty(BackReferences.In(fixtures.SymbolOf(root), WireOptions.Web));
        var maker = new InstanceMaker(fixtures.Assembly, new(types.Length));
        for (var count = 0; count < InstancesOfEach; count++)
        {
            var json = JsonSerializer.Serialize(maker.Make(root), root, Runtime);
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, root, Runtime), root, Runtime));
        }
    }

    [Theory]
    [InlineData("record Root(decimal Amount) { public Root Negated => new(-Amount); }")]
    [InlineData("readonly record struct Root(decimal Amount) { public Root Negated => new(-Amount); }")]
    [InlineData("class Root { public Root Self => this; }")]
    public void System_Text_Json_throws_on_every_object_that_makes_another(string types)
    {
        var fixtures = Fixtures(types);
        var root = Assert.IsAssignableFrom<Type>(fixtures.Assembly.GetType("Payloads.Root"));
        var instance = new InstanceMaker(fixtures.Assembly, new(types.Length)).Make(root);

        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(instance, root, Runtime));
        Assert.Contains(PayloadChecks.Mistakes(WireFixtures.Schema(fixtures.SymbolOf(root))), mistake => mistake.Reason.Contains("without an end", StringComparison.Ordinal));
    }

    /// <summary>Puts something into a member, be it one that only a constructor or the type itself can set: code of the type does it so.</summary>
    private static void Put(object into, string member, object value)
    {
        var property = Assert.IsAssignableFrom<PropertyInfo>(into.GetType().GetProperty(member, Members));
        switch (property.GetValue(into))
        {
            case IDictionary map:
                map["x"] = value;
                break;
            case IList { IsFixedSize: false } list:
                list.Add(value);
                break;
            default:
                var given = property.PropertyType.IsArray ? Array.CreateInstance(value.GetType(), 1) : value;
                (given as Array)?.SetValue(value, 0);
                property.SetValue(into, given);
                break;
        }
    }

    private static WireFixtures Fixtures(string types) => new(
        "using System.Collections.Immutable; using System.Text.Json.Serialization; namespace Payloads; "
        + System.Text.RegularExpressions.Regex.Replace(types, @"(?<![\w.])((?:abstract |readonly )*(?:class|record)) ", "public $1 "));
}
