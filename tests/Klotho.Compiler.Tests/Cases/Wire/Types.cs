using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Payloads;

// Scalars.
public record Integers(byte A, sbyte B, short C, ushort D, int E, uint F, long G, ulong H, Int128 I, UInt128 J);
public record Fractions(Half A, float B, double C, decimal D);
public record Texts(string A, string? B, char C, Guid D, Uri E, Version F);
public record Times(DateTime A, DateTimeOffset B, DateOnly C, TimeOnly D, TimeSpan E);
public record Bits(bool A, byte[] B, Memory<byte> C, ReadOnlyMemory<byte> D, byte[]? E);
public record Nullables(int? A, bool? B, Guid? C, Colour? D, Point? E, DateOnly? F);
public class Json { public JsonElement A { get; set; } public JsonNode? B { get; set; } public JsonObject C { get; set; } = []; public JsonArray D { get; set; } = []; public object? E { get; set; } public JsonValue? F { get; set; } }

// Enums.
public enum Colour { Red, Green = 5, Blue }
public enum Small : byte { None, Some = 255 }
public enum Wide : long { Low = long.MinValue, High = long.MaxValue }
public enum Endless : ulong { None, All = ulong.MaxValue }
[Flags] public enum Access { None = 0, Read = 1, Write = 2, All = 3 }
[JsonConverter(typeof(JsonStringEnumConverter))] public enum Size { Small, [JsonStringEnumMemberName("mid-size")] Medium, Large }
[JsonConverter(typeof(JsonStringEnumConverter<Mood>)), Flags] public enum Mood { Calm = 1, Merry = 2 }
public record Enums(Colour A, Small B, Wide C, Endless D, Access E, Size F, Mood G, Size? H, Mood? I);
public class EnumsByName { [JsonConverter(typeof(JsonStringEnumConverter))] public Colour A { get; set; } [JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public Colour B { get; set; } public Colour C { get; set; } [JsonConverter(typeof(JsonStringEnumConverter))] public Colour? D { get; set; } }

// Names, and what takes part.
public class Named { [JsonPropertyName("the-name")] public string A { get; set; } = ""; public string URLValue { get; set; } = ""; public string XMLHttp2Request { get; set; } = ""; public int x { get; set; } public int _hidden { get; set; } public int ID { get; set; } public int ÄÖ { get; set; } }
public class Ignoring { public int A { get; set; } [JsonIgnore] public int B { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? C { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int D { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int? E { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public string? F { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public int G { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int H { get; set; } }
public class Accessors { public int A { get; private set; } public int B { private get; set; } public int C { get; } = 3; public int D { set { } } public int E { get; init; } internal int F { get; set; } protected int G { get; set; } public int H { internal get; set; } public static int I { get; set; } public int this[int index] => index; }
public class Including { [JsonInclude] public int A { get; private set; } [JsonInclude] internal int B { get; set; } [JsonInclude] private int C { get; set; } [JsonInclude] public int Field; [JsonInclude] private int hidden; [JsonInclude] public readonly int Fixed = 4; public int Plain; }
public class Sorted { [JsonPropertyOrder(2)] public int A { get; set; } [JsonPropertyOrder(-1)] public int B { get; set; } public int C { get; set; } }
public class Setters { public List<int> Items { set { } } public int[] Array { set { } } [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public List<int> Forced { set { } } public Dictionary<string, int> Map { set { } } public Point Point { set { } } }
public class Readers { public List<int> Items { get; } = [1]; public Dictionary<string, int> Map { get; } = []; public Small2 Inner { get; } = new(); public string Text => "computed"; }
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public class Populated { public List<int> Items { get; } = [1]; public Dictionary<string, int> Map { get; } = []; public Small2 Inner { get; } = new(); public string Text => "computed"; }
public class PopulatedMember { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> Items { get; } = [1]; public List<int> Others { get; } = []; }
public class Small2 { public int A { get; set; } }

// Required.
public class Requiring { public required string A { get; set; } public required int? B { get; init; } [JsonRequired] public string? C { get; set; } public int D { get; set; } }
public class RequiringSet { [SetsRequiredMembers] public RequiringSet() => A = ""; public required string A { get; set; } }
public class RequiringChild : Requiring { public required Guid E { get; set; } }
public record RequiringRecord(string A, int B = 3) { public required string C { get; init; } }
public class RequiringField { [JsonInclude] public required int A; }

// Constructors.
public record Order(string Id, decimal Total, Point? Where = null, string Currency = "EUR");
public record struct Point(int X, int Y);
public readonly record struct Fixed(int X, int Y);
public readonly struct Given { [JsonConstructor] public Given(int x, string y) => (X, Y) = (x, y); public int X { get; } public string Y { get; } }
public struct Fields { public int A; public int B { get; set; } }
public struct Initialised { public Initialised() { } public int A { get; set; } = 5; }
public class OneConstructor(string name, int count) { public string Name { get; } = name; public int Count => count; public int Later { get; set; } = 7; }
public class Chosen { public Chosen() { } [JsonConstructor] public Chosen(int a) => A = a; public int A { get; } public int B { get; } }
public class PrivateChosen { [JsonConstructor] private PrivateChosen(int a) => A = a; public int A { get; } }
public class Ambiguous { public Ambiguous(int a) => A = a; public Ambiguous(int a, int b) => A = a + b; public int A { get; } }
public class Unopened { private Unopened() { } public static Unopened One { get; } = new(); public int A { get; set; } }
public class Unbound { public Unbound(int other) => A = other; public int A { get; } }
public class OtherType { public OtherType(long a) => A = (int)a; public int A { get; } }
public class IgnoredParameter { public IgnoredParameter(int a, int b) => (A, B) = (a, b); public int A { get; } [JsonIgnore] public int B { get; } }
public class Defaults { public Defaults(int a = 4, string b = "x", string? c = null, bool d = false) => (A, B, C, D) = (a, b, c, d); public int A { get; } public string B { get; } public string? C { get; } public bool D { get; } }
public record PositionalOverride(string Name) { public string Name { get; init; } = Name?.Trim() ?? ""; }
public record class Generic<T>(T Value, IReadOnlyList<T> Values);
public class GenericClass<T> where T : notnull { public T Value { get; set; } = default!; public T? Maybe { get; set; } }
public class GenericReference<T> where T : class { public T Value { get; set; } = default!; public T? Maybe { get; set; } }

// Inheritance.
public class Base { public int A { get; set; } public virtual string B { get; set; } = ""; public virtual int C { get; set; } public string? D { get; set; } }
public class Derived : Base { public override string B { get; set; } = "derived"; public int E { get; set; } }
public class Hiding : Base { public new string A { get; set; } = ""; }
public class HidingIgnored : Base { [JsonIgnore] public new int A { get; set; } [JsonIgnore] public override string B { get; set; } = ""; }
public class OverridingPart : Base { public override int C { get => 3; } }
public class BaseIgnores { [JsonIgnore] public int A { get; set; } public int B { get; set; } }
public class DerivedShows : BaseIgnores { public new int A { get; set; } }
public class Taking : Base { [JsonPropertyName("a")] [JsonIgnore] public int Other { get; set; } }
public interface INamed { string Name { get; } }
public interface ITitled : INamed { string Title { get; set; } }
public class Titled : ITitled { public string Name { get; set; } = ""; public string Title { get; set; } = ""; int Secret { get; set; } }
public class HoldsInterface { public ITitled? A { get; set; } public INamed? B { get; set; } }
public abstract class Abstract { public int A { get; set; } }
public class Concrete : Abstract { public int B { get; set; } }
public class HoldsAbstract { public Abstract? A { get; set; } }
public class Explicit : INamed { string INamed.Name => "explicit"; public int A { get; set; } }

// Nullability.
public class Annotated { public string A { get; set; } = ""; public string? B { get; set; } [AllowNull] public string C { get => field ?? ""; set; } = ""; [DisallowNull] public string? D { get; set; } [MaybeNull] public string E { get; set; } = ""; [NotNull] public string? F { get => field ?? ""; set; } = ""; public List<string?> G { get; set; } = []; public List<string>? H { get; set; } }
public class Oblivious
{
#nullable disable
    public string A { get; set; } = ""; public List<string> B { get; set; } = [];
#nullable restore
    public string C { get; set; } = "";
}
public record AnnotatedParameters(string A, string? B, [AllowNull] string C, List<string>? D);

// Numbers.
[JsonNumberHandling(JsonNumberHandling.Strict)] public class Strictly { public int A { get; set; } [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] public long B { get; set; } public Small2? C { get; set; } public List<int> D { get; set; } = []; public Dictionary<string, double> E { get; set; } = []; public string F { get; set; } = ""; public int? G { get; set; } public Colour H { get; set; } }
public class NumbersAsText { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public int A { get; set; } [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public double B { get; set; } [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public List<decimal?> C { get; set; } = []; [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public Dictionary<int, long> D { get; set; } = []; [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public float? F { get; set; } }

// Collections.
public class Lists { public int[] A { get; set; } = []; public List<string> B { get; set; } = []; public IList<int> C { get; set; } = []; public ICollection<int> D { get; set; } = []; public IEnumerable<int> E { get; set; } = []; public IReadOnlyList<int> F { get; set; } = []; public IReadOnlyCollection<int> G { get; set; } = []; public LinkedList<int> H { get; set; } = []; public Queue<int> I { get; set; } = []; public int[][] J { get; set; } = []; public Memory<int> K { get; set; } public ReadOnlyMemory<char> L { get; set; } }
public class Sets { public HashSet<int> A { get; set; } = []; public ISet<int> B { get; set; } = new HashSet<int>(); public SortedSet<int> C { get; set; } = []; public IReadOnlySet<int> D { get; set; } = new HashSet<int>(); public ImmutableHashSet<int> E { get; set; } = []; public ImmutableSortedSet<int> F { get; set; } = []; public IImmutableSet<int> G { get; set; } = ImmutableHashSet<int>.Empty; }
public class Stacks { public Stack<int> A { get; set; } = []; public ImmutableStack<int> B { get; set; } = []; public ConcurrentStack<int> C { get; set; } = []; }
public class Immutables { public ImmutableArray<int> A { get; set; } = []; public ImmutableList<int> B { get; set; } = []; public IImmutableList<int> C { get; set; } = ImmutableList<int>.Empty; public ImmutableQueue<int> D { get; set; } = []; public ImmutableDictionary<string, int> E { get; set; } = ImmutableDictionary<string, int>.Empty; public ImmutableSortedDictionary<string, int> F { get; set; } = ImmutableSortedDictionary<string, int>.Empty; public IImmutableDictionary<string, int> G { get; set; } = ImmutableDictionary<string, int>.Empty; }
public class Unreadables { public ReadOnlyWrapper? A { get; set; } public ConcurrentBag<int>? B { get; set; } public System.Collections.ObjectModel.ReadOnlyCollection<int>? C { get; set; } public System.Collections.ObjectModel.ReadOnlyDictionary<string, int>? D { get; set; } }
public class ReadOnlyWrapper : IEnumerable<int> { public int Ignored => 3; public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, 2).GetEnumerator(); IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }
public class Basket : List<int> { public int Weight { get; set; } }
public class Lookup2 : Dictionary<string, Colour> { public int Weight { get; set; } }
public class Concurrents { public ConcurrentDictionary<string, int> A { get; set; } = []; public ConcurrentQueue<int> B { get; set; } = []; public SortedDictionary<string, int> C { get; set; } = []; public SortedList<string, int> D { get; set; } = []; }
public class Old { public ArrayList? A { get; set; } public Hashtable? B { get; set; } public IList? C { get; set; } public IDictionary? D { get; set; } public IEnumerable? E { get; set; } public ICollection? F { get; set; } public Queue? G { get; set; } public Stack? H { get; set; } }
public class Maps { public Dictionary<string, int> A { get; set; } = []; public Dictionary<int, string> B { get; set; } = []; public Dictionary<Guid, Point> C { get; set; } = []; public Dictionary<Colour, int> D { get; set; } = []; public Dictionary<Size, int> E { get; set; } = []; public IDictionary<string, int?> F { get; set; } = new Dictionary<string, int?>(); public IReadOnlyDictionary<string, string?> G { get; set; } = new Dictionary<string, string?>(); public Dictionary<DateOnly, bool> H { get; set; } = []; public Dictionary<bool, int> I { get; set; } = []; public Dictionary<string, List<Dictionary<string, int>>> J { get; set; } = []; public Dictionary<char, int> K { get; set; } = []; public Dictionary<ulong, int> L { get; set; } = []; public Dictionary<TimeSpan, int> M { get; set; } = []; public Dictionary<DateTimeOffset, int> N { get; set; } = []; public Dictionary<Uri, int> O { get; set; } = []; public Dictionary<Version, int> P { get; set; } = []; public Dictionary<decimal, int> Q { get; set; } = []; public Dictionary<TimeOnly, int> R { get; set; } = []; public Dictionary<DateTime, int> S { get; set; } = []; }
public record Pairs(KeyValuePair<string, int> A, List<KeyValuePair<Colour, Point>> B, Tuple<int, string> C, (int First, string Second) D, (int, int)? E);

// Recursion.
public class Tree { public string Name { get; set; } = ""; public Tree? Left { get; set; } public List<Tree> Children { get; set; } = []; public Dictionary<string, Tree>? ByName { get; set; } }
public record Ping(int Value, Pong? Next);
public record Pong(int Value, Ping? Next);

// Polymorphism.
[JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square")] public abstract record Shape(string Name);
public record Circle(string Name, double Radius) : Shape(Name);
public record Square(string Name, double Side) : Shape(Name);
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", IgnoreUnrecognizedTypeDiscriminators = true), JsonDerivedType(typeof(Animal), 0), JsonDerivedType(typeof(Dog), 1), JsonDerivedType(typeof(Cat), "cat")] public class Animal { public int Legs { get; set; } }
public class Dog : Animal { public bool Barks { get; set; } }
public class Cat : Animal { public int Lives { get; set; } }
[JsonDerivedType(typeof(Lorry))] public class Vehicle { public int Wheels { get; set; } }
public class Lorry : Vehicle { public int Load { get; set; } }
[JsonDerivedType(typeof(CashPayment), "cash"), JsonDerivedType(typeof(CardPayment), "card")] public interface IPayment { decimal Amount { get; } }
public record CashPayment(decimal Amount) : IPayment;
public record CardPayment(decimal Amount, string Number) : IPayment;
[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType), JsonDerivedType(typeof(KnownEvent), "known")] public class AnyEvent { public int At { get; set; } }
public class KnownEvent : AnyEvent { public string What { get; set; } = ""; }
public class Drawing { public Shape? Main { get; set; } public List<Shape> Shapes { get; set; } = []; public Dictionary<string, Animal> Animals { get; set; } = []; public Vehicle? Vehicle { get; set; } public IPayment? Payment { get; set; } public AnyEvent? Event { get; set; } }

// Converters.
public class MoneyConverter : JsonConverter<Money> { public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString() ?? ""); public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text); }
[JsonConverter(typeof(MoneyConverter))] public readonly record struct Money(string Text);
public class TicksConverter : JsonConverter<DateTime> { public override DateTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt64(), DateTimeKind.Utc); public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Ticks); }
public sealed class TicksAttribute : JsonConverterAttribute { public override JsonConverter CreateConverter(Type type) => new TicksConverter(); }
public class Converted { public Money A { get; set; } public Money? B { get; set; } [JsonConverter(typeof(TicksConverter))] public DateTime C { get; set; } [Ticks] public DateTime D { get; set; } public List<Money> E { get; set; } = []; public DateTime F { get; set; } }

// Unknown properties.
public class Extended { public int A { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; } }
public class ExtendedObject { public int A { get; set; } [JsonExtensionData] public IDictionary<string, object>? Rest { get; set; } }
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public class Closed { public int A { get; set; } }

// Defaults.
public class WithDefaults { public int A { get; set; } = 5; public string B { get; set; } = "b"; public int C { get; set; } = 0; public string D { get; set; } = null!; public List<int> E { get; set; } = []; public bool F { get; set; } = default; [JsonInclude] public int G = 3; }
public class Nested { public class Inner { public int A { get; set; } public enum Kind { One, Two } public Kind B { get; set; } } public Inner A { get; set; } = new(); public Inner.Kind B { get; set; } }
public class Empty { }

// Closed types of open ones, and roots that are no objects.
public static class Roots
{
    public static Generic<string> A = new("", []);
    public static Generic<int?> B = new(1, []);
    public static GenericClass<string> C = new();
    public static GenericReference<Small2> D = new();
    public static Generic<Generic<Colour>> E = new(new(Colour.Red, []), []);
    public static List<Order> F = [];
    public static Dictionary<string, List<Point>> G = [];
    public static int H;
    public static string I = "";
    public static Size[] J = [];
    public static GenericClass<int> K = new();
    public static Tuple<int, Tuple<string, Point>> L = new(1, new("", new()));
    public static IEnumerable<Shape> M = [];
    public static Generic<Oblivious> N = new(new(), []);
}
