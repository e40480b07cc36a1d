namespace Klotho.Emit.Printing.CSharp;

/// <summary>The first lines of each emitted source file.</summary>
internal static class SourceHead
{
    public const string Notice = "// Written by klotho compile, which writes it anew each time. Your own changes belong into Customize.cs.";

    public static void Write(CodeText code, string ns, IEnumerable<string> providers)
    {
        code.Line(Notice);
        code.Line("using Pulumi;");
        foreach (var provider in providers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            code.Line($"using {provider} = Pulumi.{provider};");
        }

        code.Line();
        code.Line($"namespace {ns};");
        code.Line();
    }
}
