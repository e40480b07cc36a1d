namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>
/// A line of the grammar of shapes. In its text, $e is the resource so far, $R its type, $o the operation, $A the attribute that injects it, $c the
/// number of the shape, $n a number of its own. Before ⊢ stands what the application registers and (after another ⊢) what the unit has injected;
/// before ⇒ statements, after it the expression; after ‖ types and members. $H is an interface I$n with a class H$n that has the resource injected, $P the same with a class that is handed it,
/// $K a method Read$n that hands it out by reflection, as an object; $O is a class that implements I$n and widens the resource, $J a class with a constructor that does.
/// </summary>
/// <param name="Kind">What of the language or the framework it shows.</param>
/// <param name="Text">The code.</param>
internal sealed record Production(string Kind, string Text)
{
    private const string Holder = "public interface I$n { $R Value { get; } } public sealed class H$n([$A] $R r) : I$n { public $R Value => r; }";

    private const string Plain = "public interface I$n { $R Value { get; } } public sealed class H$n($R r) : I$n { public $R Value => r; }";

    private const string Kept = "public class F$n($R r) { public readonly $R R = r; } static object? Read$n($R r) => typeof(F$n).GetField(\"R\")!.GetValue(new F$n(r));";

    private const string Widening = "public sealed class O$n([$A] $R r) : I$n { public $R Value { get { Console.WriteLine((object)r); return r; } } }";

    private const string Made = "public sealed class J$n { public J$n($R r) => Console.WriteLine((object)r); }";

    private static readonly (string Name, string Text)[] Pieces = [("$H", Holder), ("$P", Plain), ("$K", Kept), ("$O", Widening), ("$J", Made)];

    public static IEnumerable<Production> Of(string kind, params string[] texts) =>
        texts.Select(text => new Production(kind, Pieces.Aggregate(text, (known, piece) => known.Replace(piece.Name, piece.Text, StringComparison.Ordinal))));
}
