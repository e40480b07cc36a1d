using System.Diagnostics;
using Klotho.Compiler.Tests.Conventions;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>
/// A script with the npm packages that the package.json beside it pins, installed below <c>obj</c> the first time. Needs
/// <c>node</c> and <c>npm</c> on the PATH.
/// </summary>
internal sealed class NodeTool
{
    private const string Script = "check.mjs";

    private static readonly Lock Installation = new();

    private readonly string source;
    private readonly string folder;

    /// <param name="source">The folder with <c>package.json</c> and <c>check.mjs</c>, relative to the repository.</param>
    /// <param name="name">The name of the folder below <c>obj</c>.</param>
    public NodeTool(string source, string name)
    {
        this.source = source;
        folder = Path.Combine(Repository.Root, "tests/Klotho.Compiler.Tests/obj", name);
        lock (Installation)
        {
            Install();
        }
    }

    /// <summary>What the script prints for an input.</summary>
    public string Run(string input) => Run("node", [Script], input);

    private void Install()
    {
        Directory.CreateDirectory(folder);
        var wanted = Repository.Read($"{source}/package.json");
        var installed = Path.Combine(folder, "installed.json");
        if (!File.Exists(installed) || File.ReadAllText(installed) != wanted)
        {
            File.WriteAllText(Path.Combine(folder, "package.json"), wanted);
            Run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], "");
            File.WriteAllText(installed, wanted);
        }

        File.WriteAllText(Path.Combine(folder, Script), Repository.Read($"{source}/{Script}"));
    }

    private string Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors.Result}");
        return output.Result;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"`{start.FileName}` did not start.");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException($"`{start.FileName}` is not on the PATH. Install Node 20 or later with npm (Debian: apt-get install nodejs npm).", error);
        }
    }
}
