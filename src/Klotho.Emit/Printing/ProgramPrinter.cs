using Klotho.Emit.Output;

namespace Klotho.Emit.Printing;

/// <summary>Prints a resource graph as a Pulumi program in one language: one component per node that became something.</summary>
public abstract class ProgramPrinter
{
    /// <summary>What <c>--language</c> calls it: <c>csharp</c>.</summary>
    public abstract string Language { get; }

    /// <summary>The language's name for people.</summary>
    public abstract string Title { get; }

    /// <summary>What people install to run the program, beside Pulumi.</summary>
    public abstract string Needs { get; }

    /// <summary>The command that fetches the program's packages before the first preview, or null where Pulumi does it.</summary>
    public abstract string? Install { get; }

    /// <summary>The file in the output folder that belongs to the user.</summary>
    public abstract OutputPath Customization { get; }

    public abstract IEnumerable<OutputFile> Print(ProgramInput input);
}
