using System.CommandLine;
using System.CommandLine.Help;
using Klotho.Cli.Accept;
using Klotho.Cli.Affected;
using Klotho.Cli.Check;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Compile;
using Klotho.Cli.Completions;
using Klotho.Cli.Config;
using Klotho.Cli.Diff;
using Klotho.Cli.Doctor;
using Klotho.Cli.Editing;
using Klotho.Cli.Explain;
using Klotho.Cli.Graphs;
using Klotho.Cli.Init;
using Klotho.Cli.Plans;
using Klotho.Cli.Run;
using Klotho.Cli.Schema;
using Klotho.Cli.Serve;
using Klotho.Cli.Verify;

namespace Klotho.Cli;

/// <summary>All commands. What the command line takes, its help, the completions and the table in docs/cli.md come from here.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Compiles an ASP.NET Core application with capability attributes into a cloud system.")
        {
            CompileCommand.Create(),
            VerifyCommand.Create(),
            RunCommand.Create(),
            ServeCommand.Create(),
            CheckCommand.Create(),
            PlanCommand.Create(),
            ExplainCommand.Create(),
            GraphCommand.Create(),
            ConfigCommand.Create(),
            GetCommand.Create(),
            SetCommand.Create(),
            UnsetCommand.Create(),
            SchemaCommand.Create(),
            DiffCommand.Create(),
            AffectedCommand.Create(),
            AcceptCommand.Create(),
            InitCommand.Create(),
            DoctorCommand.Create(),
            CompletionsCommand.Create(),
        };
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = option.Action is HelpAction help ? new HelpWithExample(help) : option.Action;
        }

        return root;
    }
}
