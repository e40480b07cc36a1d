namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>A random way of a resource from an annotated parameter to an operation: the class that does it, with a <c>Handle</c> method.</summary>
internal sealed class RandomShape(Random random, int number)
{
    private static readonly (string Type, string[] Operations)[] Resources =
    [
        ("IBlobStore", ["DeleteAsync(\"a\")", "ReadAsync(\"a\")", "StatAsync(\"a\")", "ListAsync()"]),
        ("IKeyValueStore<string>", ["GetAsync(\"a\")", "DeleteAsync(\"a\")", "PutAsync(\"a\", \"b\")", "ScanAsync()"]),
        ("ITopic<string>", ["PublishAsync(\"a\")"]),
    ];

    // $e is the resource so far, $R its type, $n a new number. What stands before ⇒ are statements, after it the expression; after ‖ types and members.
    private static readonly string[] Ways =
    [
        "⇒Id($e)", "⇒(Yes ? $e : Other)", "⇒(Maybe($e) ?? Other)", "⇒(1 switch { 1 => $e, _ => Other })", "⇒($e switch { { } p$n => p$n, _ => Other })",
        "var v$n = $e;⇒v$n", "$R v$n; v$n = $e;⇒v$n", "$R? v$n = null; v$n ??= $e;⇒v$n", "var v$n = $e is { } p$n ? p$n : Other;⇒v$n",
        "$R F$n() => $e;⇒F$n()", "$R F$n() => $e; Func<$R> d$n = F$n;⇒d$n()", "⇒((Func<$R>)(() => $e))()", "⇒((Func<$R, $R>)(x$n => x$n))($e)",
        "⇒new[] { $e }[0]", "⇒new List<$R> { $e }[0]", "⇒($e, 1).Item1", "⇒new { A = $e }.A", "⇒(($R)(object)$e)", "⇒(((object)$e as $R)!)",
        "var (v$n, w$n) = ($e, 1);⇒v$n", "Give($e, out var v$n);⇒v$n", "var v$n = Other; Set(ref v$n, $e);⇒v$n", "var v$n = await Later($e);⇒v$n",
        "⇒Later($e).Result", "⇒Each($e).First()", "⇒new Lazy<$R>(() => $e).Value", "⇒new Dictionary<int, $R> { [1] = $e }[1]",
        "⇒new Box<$R>($e).Value", "⇒new Box<Box<$R>>(new($e)).Value.Value", "⇒Apply($e, x$n => x$n)", "Static = $e;⇒Static", "⇒$e.Self$c()",
        "⇒new H$n($e).Value‖class H$n($R r) { public $R Value => r; }", "⇒new H$n { Value = $e }.Value‖class H$n { public $R Value { get; set; } = null!; }",
        "var (v$n, w$n) = new H$n($e, 1);⇒v$n‖record H$n($R A, int B);", "⇒(new H$n($e, 1) is ({ } p$n, 1) ? p$n : Other)‖record H$n($R A, int B);",
        "⇒(new H$n($e) is { A: { } p$n } ? p$n : Other)‖record H$n($R A);", "⇒(new H$n(Other) with { A = $e }).A‖record H$n($R A);",
        "⇒new D$n($e).Value‖class B$n($R r) { public $R Value { get; } = r; } class D$n($R r) : B$n(r);",
        "⇒((I$n)new H$n($e)).Give()‖interface I$n { $R Give(); } class H$n($R r) : I$n { $R I$n.Give() => r; }",
        "I$n h$n = new H$n(); h$n.A = $e;⇒h$n.A‖interface I$n { $R A { get; set; } } class H$n : I$n { $R b = null!; public $R A { get => b; set => b = value; } }",
        "var h$n = new H$n { Next = $e };⇒h$n?.Next!‖class H$n { public $R? Next; }", "⇒Alias$n($e)‖static $R Alias$n($R r) { var x = Other; ref var y = ref x; y = r; return x; }",
        "⇒((Func<$R>)new H$n($e).Get)()‖class H$n($R r) { public $R Get() => r; }", "⇒new H$n($e)[0]‖class H$n($R r) { public $R this[int i] => r; }",
        "$R v$n = Other; foreach (var each$n in new H$n($e)) v$n = each$n;⇒v$n‖class H$n($R r) { bool done; public H$n GetEnumerator() => this; public bool MoveNext() => done = !done; public $R Current => r; }",
        "var h$n = new H$n(); h$n.Slot() = $e;⇒h$n.Slot()‖class H$n { $R r = null!; public ref $R Slot() => ref r; }",
        "$R v$n = Other; Action<$R> set$n = x => v$n = x; set$n($e);⇒v$n", "$R v$n = Other; var h$n = new H$n(); h$n.E += x => v$n = x; h$n.Raise($e);⇒v$n‖class H$n { public event Action<$R>? E; public void Raise($R r) => E?.Invoke(r); }",
    ];

    // As above, ending in $o, the operation.
    private static readonly string[] Ends =
    [
        "_ = $e.$o;", "var r$n = $e; _ = r$n?.$o;", "var t$n = $e; var d$n = () => $t.$o; _ = d$n();", "var t$n = $e; var all$n = new List<Action> { () => _ = $t.$o }; all$n[0]();",
        "Do$n($e);‖static void Do$n($R r) => _ = r.$o;", "Do$n($e);‖static void Do$n<T>(T r) where T : $R => _ = r.$o;", "using (new H$n($e)) { }‖class H$n($R r) : IDisposable { public void Dispose() => _ = r.$o; }",
        "_ = new H$n($e).P;‖class H$n($R r) { public int P { get { _ = r.$o; return 1; } } }", "new H$n($e).P = 1;‖class H$n($R r) { public int P { set => _ = r.$o; } }",
        "_ = new H$n($e) + 1;‖class H$n($R r) { public static int operator +(H$n a, int b) { a.Go(); return b; } void Go() => _ = r.$o; }", "_ = new H$n() + $e;‖class H$n { public static int operator +(H$n a, $R r) { _ = r.$o; return 1; } }",
        "int i$n = new H$n($e);‖class H$n($R r) { public static implicit operator int(H$n a) { a.Go(); return 1; } void Go() => _ = r.$o; }", "var (a$n, b$n) = new H$n($e);‖class H$n($R r) { public void Deconstruct(out int a, out int b) { _ = r.$o; (a, b) = (1, 2); } }",
        "foreach (var x$n in new H$n($e)) { }‖class H$n($R r) { public H$n GetEnumerator() => this; public bool MoveNext() { _ = r.$o; return false; } public int Current => 1; }",
        "await new H$n($e);‖class H$n($R r) { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() { _ = r.$o; return Task.CompletedTask.GetAwaiter(); } }",
        "_ = new H$n($e) { 1 };‖class H$n($R r) : System.Collections.IEnumerable { public void Add(int i) => _ = r.$o; public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException(); }",
        "new H$n($e).E += () => { };‖class H$n($R r) { public event Action E { add => _ = r.$o; remove { } } }", "((I$n)new H$n()).Go($e);‖interface I$n { void Go($R r) => _ = r.$o; } class H$n : I$n;",
        "Hold$n.R = $e; _ = Late$n.V;‖static class Hold$n { public static $R R = null!; } static class Late$n { public static readonly int V = Go(); static int Go() { _ = Hold$n.R.$o; return 1; } }",
        "foreach (var x$n in Go$n($e)) { }‖static IEnumerable<int> Go$n($R r) { _ = r.$o; yield return 1; }", "await Go$n($e);‖static async Task Go$n($R r) { await Task.Yield(); _ = r.$o; }",
        "_ = new SortedSet<int>([1, 2], new H$n($e));‖class H$n($R r) : IComparer<int> { public int Compare(int a, int b) { _ = r.$o; return a - b; } }", "_ = $\"{new H$n($e)}\";‖class H$n($R r) { public override string ToString() { _ = r.$o; return \"\"; } }",
        "B$n b$n = new D$n($e); b$n.Go();‖abstract class B$n { public abstract void Go(); } class D$n($R r) : B$n { public override void Go() => _ = r.$o; }", "$e.Use$c(x => _ = x.$o);", "_ = new D$n($e);‖class B$n { public B$n($R r) => _ = r.$o; } class D$n($R r) : B$n(r);",
    ];

    private readonly List<string> statements = [];
    private readonly List<string> members = [];
    private int next;

    public string Source()
    {
        var (type, operations) = Resources[random.Next(Resources.Length)];
        var expression = "s";
        for (var depth = random.Next(1, 6); depth > 0; depth--)
        {
            var parts = Fill(Ways[random.Next(Ways.Length)], expression, type).Split('‖');
            members.AddRange(parts.Skip(1));
            var way = parts[0].Split('⇒');
            statements.Add(way[0]);
            expression = way[1];
        }

        var end = Fill(Ends[random.Next(Ends.Length)].Replace("$o", operations[random.Next(operations.Length)], StringComparison.Ordinal), expression, type).Split('‖');
        members.AddRange(end.Skip(1));
        statements.Add(end[0]);
        return $$"""
            public static class Shape{{number}}
            {
                static {{type}} Other = null!; static {{type}} Static = null!; static bool Yes = true;
                static T Id<T>(T r) => r; static T? Maybe<T>(T r) => r; static T Apply<T>(T r, Func<T, T> f) => f(r);
                static void Give({{type}} r, out {{type}} x) => x = r; static void Set(ref {{type}} x, {{type}} r) => x = r;
                static async Task<{{type}}> Later({{type}} r) { await Task.Yield(); return r; }
                static IEnumerable<{{type}}> Each({{type}} r) { yield return r; }
                class Box<T>(T value) { public T Value { get; } = value; }
                {{string.Join("\n    ", members)}}
                public static async Task Handle([{{(type.StartsWith("ITopic", StringComparison.Ordinal) ? "PubSub" : "Persist")}}("s{{number}}")] {{type}} s)
                {
                    await Task.Yield();
                    {{string.Join("\n        ", statements)}}
                }
            }
            public static class Extensions{{number}} { public static {{type}} Self{{number}}(this {{type}} r) => r; public static void Use{{number}}(this {{type}} r, Action<{{type}}> use) => use(r); }
            """;
    }

    private string Fill(string text, string expression, string type)
    {
        var n = (next++).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return text.Replace("$t", $"t{n}", StringComparison.Ordinal).Replace("$n", n, StringComparison.Ordinal)
            .Replace("$c", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("$R", type, StringComparison.Ordinal).Replace("$e", expression, StringComparison.Ordinal);
    }
}
