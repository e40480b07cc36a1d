using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Klotho.Cli.CommandLine;

/// <summary>The library's help, and the command's example under it.</summary>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is KlothoCommand command)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"Example:\n  {command.Example}\n\nExit codes (docs/cli.md says what they mean):\n  {string.Join(", ", command.ExitCodes)}\n");
        }

        return code;
    }
}
