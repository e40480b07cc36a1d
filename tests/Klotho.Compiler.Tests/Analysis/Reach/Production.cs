namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>
/// A line of the grammar of shapes. In its text, $e is the resource so far, $R its type, $o the operation, $A the attribute that injects it, $c the
/// number of the shape, $n a number of its own. Before ⊢ stands what the application registers and (after another ⊢) what the unit has injected;
/// before ⇒ statements, after it the expression; after ‖ types and members. $H is an interface I$n with a class H$n that has the resource injected, $P the same with a class that is handed it.
/// </summary>
/// <param name="Kind">What of the language or the framework it shows.</param>
/// <param name="Text">The code.</param>
internal sealed record Production(string Kind, string Text)
{
    private const string Holder = "public interface I$n { $R Value { get; } } public sealed class H$n([$A] $R r) : I$n { public $R Value => r; }";

    private const string Plain = "public interface I$n { $R Value { get; } } public sealed class H$n($R r) : I$n { public $R Value => r; }";

    public static IEnumerable<Production> Of(string kind, params string[] texts) =>
        texts.Select(text => new Production(kind, text.Replace("$H", Holder, StringComparison.Ordinal).Replace("$P", Plain, StringComparison.Ordinal)));
}
