using System.Globalization;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>
/// A random way of a resource from its annotation to an operation: a unit of its own that does it on a schedule, so that what another shape
/// widens hides nothing here.
/// </summary>
internal sealed class RandomShape(Random random, int number)
{
    private static readonly (string Type, string[] Operations)[] Resources =
    [
        ("IBlobStore", ["DeleteAsync(\"a\")", "ReadAsync(\"a\")", "StatAsync(\"a\")", "ListAsync()"]),
        ("IKeyValueStore<string>", ["GetAsync(\"a\")", "DeleteAsync(\"a\")", "PutAsync(\"a\", \"b\")", "ScanAsync()"]),
        ("ITopic<string>", ["PublishAsync(\"a\")", "PublishManyAsync([\"a\"])"]),
    ];

    private static readonly Production Parameter = new("injection by the annotation", "⇒s");
    private static readonly Production[] Ends = [.. OperationProductions.All, .. RegistrationProductions.Operations];
    private static readonly Production[] Grammar = [Parameter, .. RegistrationProductions.All, .. FlowProductions.All, .. FlowProductions.Casts, .. Ends];

    private static readonly string[] Hiding = ["GetInterfaces()", ".Remove(", ".Replace(", ".Insert("];

    private readonly List<string> registered = [];
    private readonly List<(string Declaration, string Name)> injected = [];
    private readonly List<string> statements = [];
    private readonly List<string> members = [];
    private readonly List<string> kinds = [];
    private int next;

    public static IReadOnlyList<string> AllKinds { get; } = [.. Grammar.Select(production => production.Kind).Distinct()];

    /// <summary>What of the language it uses, once <see cref="Source"/> has been read.</summary>
    public IEnumerable<string> Kinds => kinds.Distinct();

    /// <summary>Whether what it registers is not said, or not in the order in which it counts.</summary>
    public bool HidesServices => registered.Any(text => Hiding.Any(each => text.Contains(each, StringComparison.Ordinal)));

    public string Number => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first shapes use one production each, in turn; the others any.</summary>
    public string Source()
    {
        var (type, operations) = Resources[random.Next(Resources.Length)];
        var operation = operations[random.Next(operations.Length)];
        Production? only = number < Grammar.Length ? Grammar[number] : null;
        var start = only is not null && RegistrationProductions.All.Contains(only) ? only : only is null && random.Next(3) == 0 ? Any(RegistrationProductions.All) : Parameter;
        var ways = only is not null ? FlowProductions.All.Concat(FlowProductions.Casts).Where(each => each == only).ToArray() : Enumerable.Range(0, random.Next(1, 6)).Select(_ => Any(Mixed())).ToArray();
        var end = only is not null && Ends.Contains(only) ? only : only is null ? Any(Ends) : Ends[0];

        var expression = "s";
        foreach (var production in ways.Prepend(start))
        {
            var way = Use(production, expression, type, operation).Split('⇒');
            statements.Add(way[0]);
            expression = way[1];
        }

        statements.Add(Use(end, expression, type, operation));
        return Text(type);
    }

    private string Text(string type) => $$"""
        #pragma warning disable CA1822
        using static Types{{number}};
        [ExecUnit("u{{number}}")]
        public sealed class Shape{{number}}([{{Attribute(type)}}] {{type}} s, IServiceProvider provider{{string.Concat(injected.Select(each => ", " + each.Declaration))}})
        {
            [Schedule("t{{number}}", "0 3 * * *")]
            public Task Handle(CancellationToken cancel) => Types{{number}}.Handle(s, provider{{string.Concat(injected.Select(each => ", " + each.Name))}});
        }
        public static class Types{{number}}
        {
            static {{type}} Other = null!; static {{type}} Static = null!; static {{type}} Kept = null!; static bool Yes = true; static readonly object Gate = new();
            static T Id<T>(T r) => r; static T? Maybe<T>(T r) => r; static T Apply<T>(T r, Func<T, T> f) => f(r);
            static void Give({{type}} r, out {{type}} x) => x = r; static void Set(ref {{type}} x, {{type}} r) => x = r;
            static async Task<{{type}}> Later({{type}} r) { await Task.Yield(); return r; }
            static IEnumerable<{{type}}> Each({{type}} r) { yield return r; }
            class Box<T>(T value) { public T Value { get; } = value; }
            {{string.Join("\n    ", members)}}
            public static void Register(IServiceCollection services)
            {
                {{string.Join("\n        ", registered)}}
            }
            public static async Task Handle({{type}} s, IServiceProvider provider{{string.Concat(injected.Select(each => ", " + each.Declaration))}})
            {
                await Task.Yield();
                {{string.Join("\n        ", statements)}}
            }
        }
        public static class Extensions{{number}}
        {
            public static {{type}} Self{{number}}(this {{type}} r) => r; public static void Use{{number}}(this {{type}} r, Action<{{type}}> use) => use(r);
            extension({{type}} r) { public {{type}} Block{{number}}() => r; public {{type}} Property{{number}} => r; }
        }
        """;

    // Each cast widens what comes after it, so that there are few.
    private IReadOnlyList<Production> Mixed() => random.Next(30) == 0 ? FlowProductions.Casts : FlowProductions.All;

    private Production Any(IReadOnlyList<Production> productions) => productions[random.Next(productions.Count)];

    // Notes what a production declares, and returns its statements and expression.
    private string Use(Production production, string expression, string type, string operation)
    {
        kinds.Add(production.Kind);
        var n = (next++).ToString(CultureInfo.InvariantCulture);
        var text = production.Text.Replace("$t", $"t{n}", StringComparison.Ordinal).Replace("$n", n, StringComparison.Ordinal)
            .Replace("$c", Number, StringComparison.Ordinal).Replace("$R", type, StringComparison.Ordinal).Replace("$A", Attribute(type), StringComparison.Ordinal)
            .Replace("$o", operation, StringComparison.Ordinal).Replace("$e", expression, StringComparison.Ordinal);
        var declared = text.Split('‖');
        members.AddRange(declared.Skip(1));
        var parts = declared[0].Split('⊢');
        if (parts.Length == 1)
        {
            return parts[0];
        }

        registered.Add(parts[0]);
        if (parts[1].Length > 0)
        {
            injected.Add((parts[1], parts[1].Split(' ')[^1]));
        }

        return parts[2];
    }

    private string Attribute(string type) => $"{(type.StartsWith("ITopic", StringComparison.Ordinal) ? "PubSub" : "Persist")}(\"s{number}\")";
}
