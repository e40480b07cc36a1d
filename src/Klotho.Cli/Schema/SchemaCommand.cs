using System.CommandLine;
using Klotho.Cli.CommandLine;
using Klotho.Emit;
using Klotho.Planning.Configuration;

namespace Klotho.Cli.Schema;

/// <summary><c>klotho schema</c>: the JSON Schema of klotho.yaml, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand("schema", "Print the JSON Schema of klotho.yaml.", "klotho schema > klotho.schema.json", ExitCode.OfPrinting);
        command.SetAction(_ =>
        {
            Console.Out.Write(ConfigurationSchema.Json(CapabilityCatalogue.All.Planning).TrimEnd('\n') + "\n");
            return ExitCode.Done;
        });
        return command;
    }
}
