namespace Klotho.Benchmarks.Peers;

/// <summary>What the applications of the AWS CDK have in common, whatever language they are written in.</summary>
internal static class AwsCdk
{
    public const string Output = "cdk.out";

    /// <summary>The limit is lifted that one stack has: ninety functions are more than it allows.</summary>
    /// <param name="app">The command that runs the application.</param>
    public static string Settings(string app) => $$"""{ "app": "{{app}}", "context": { "@aws-cdk/core:stackResourceLimit": 0 } }""";

    /// <summary>Asks nobody on the network, and says nothing there.</summary>
    /// <param name="installed">The folder of the packages from npm.</param>
    public static IReadOnlyList<string> Synthesis(string installed) =>
        ["env", "CDK_DISABLE_CLI_TELEMETRY=true", Path.Combine(installed, "node_modules", ".bin", "cdk"), "synth", "--quiet", "--no-notices", "--no-version-reporting", "--output", Output];

    /// <summary>Writes an application with the one folder that all functions' code is said to be in: packing code is not compared.</summary>
    public static async Task<string> WriteAsync(string folder, string app, params (string Name, string Text)[] files)
    {
        Directory.CreateDirectory(Path.Combine(folder, "handler"));
        foreach (var (name, text) in files.Append(("cdk.json", Settings(app))).Append((Path.Combine("handler", "index.mjs"), "export const handle = async () => {};\n")))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        }

        return folder;
    }
}
