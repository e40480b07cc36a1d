using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Editing;

/// <summary><c>klotho unset</c>.</summary>
internal static class UnsetCommand
{
    public static Command Create() => EditArguments.AddTo(
        new KlothoCommand("unset", "Take a key out of klotho.yaml, keep all else in it, and show what that changes.", "klotho unset execution_units.ocr.type samples/SearchTheDeck", ExitCode.OfGuarding),
        value: null);
}
