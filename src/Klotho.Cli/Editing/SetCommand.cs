using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Editing;

/// <summary><c>klotho set</c>.</summary>
internal static class SetCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "set", "Set a key of klotho.yaml, keep all else in it, and show what that changes.", "klotho set execution_units.ocr.type fargate samples/SearchTheDeck", ExitCode.OfGuarding);
        var value = new Argument<string>("value") { Description = "Its value, such as fargate, 2048, 300ms or '[eu-west-1, eu-central-1]'." };
        return EditArguments.AddTo(command, value);
    }
}
