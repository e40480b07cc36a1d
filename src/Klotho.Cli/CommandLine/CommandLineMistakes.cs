using System.CommandLine;
using System.CommandLine.Parsing;
using Klotho.Planning.Keys;

namespace Klotho.Cli.CommandLine;

/// <summary>What is wrong with the command line, one line each, instead of the library's whole help.</summary>
internal static class CommandLineMistakes
{
    /// <summary>None where the command line is right, where it asks for help, or where it is empty: the library's help answers that.</summary>
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        // A shell that asks for completions shows half a line.
        if (parsed.Action is HelpWithExample || parsed.Tokens.Count == 0 || parsed.Tokens.Any(token => token.Type == TokenType.Directive))
        {
            return [];
        }

        var command = parsed.CommandResult.Command;
        // The library takes an unknown option for the path, and then blames what follows it.
        var options = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith('-') && token.Value.Length > 1)
            .Select(token => $"'{token.Value}' is no option of '{Name(command)}'. {Spelling.Hint(token.Value, Options(command), "It has none.")}")
            .ToList();
        if (options.Count > 0)
        {
            return options;
        }

        var unmatched = parsed.UnmatchedTokens.Select(token => command.Subcommands.Count > 0
            ? $"'{token}' is no command. {Spelling.Hint(token, command.Subcommands.Select(known => known.Name).ToList(), "")}"
            : $"'{token}' is one argument too many for '{Name(command)}'. Put a path with spaces in quotes.").ToList();
        return unmatched.Count > 0 ? unmatched : parsed.Errors.Select(error => error.Message).Distinct().ToList();
    }

    public static void Print(IReadOnlyList<string> mistakes, ParseResult parsed)
    {
        foreach (var mistake in mistakes)
        {
            Console.Error.WriteLine($"klotho: {mistake}");
        }

        Console.Error.WriteLine($"'{Name(parsed.CommandResult.Command)} --help' prints what it takes.");
    }

    private static string Name(Command command) => command is RootCommand ? "klotho" : $"klotho {command.Name}";

    private static IReadOnlyCollection<string> Options(Command command) =>
        command.Options.Select(option => option.Name).Append("--help").Distinct().ToList();
}
