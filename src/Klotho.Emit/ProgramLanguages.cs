using Klotho.Analysis.Collections;
using Klotho.Emit.Printing;
using Klotho.Emit.Printing.CSharp;
using Klotho.Emit.Printing.TypeScript;

namespace Klotho.Emit;

/// <summary>The languages that programs are printed in, the default first.</summary>
public static class ProgramLanguages
{
    public static readonly EquatableArray<ProgramPrinter> All = new([new CSharpProgram(), new TypeScriptProgram()]);

    public static ProgramPrinter Default => All[0];

    /// <summary>The printer of a language by its name on the command line, or null.</summary>
    public static ProgramPrinter? Find(string language) => All.Items.FirstOrDefault(printer => printer.Language == language);
}
