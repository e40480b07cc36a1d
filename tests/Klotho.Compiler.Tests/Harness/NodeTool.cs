using System.Diagnostics;
using Klotho.Compiler.Tests.Conventions;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>
/// A script with the npm packages that the package.json beside it pins, installed below <c>obj</c> the first time. Needs
/// <c>node</c> and <c>npm</c> on the PATH.
/// </summary>
internal sealed class NodeTool
{
    private static readonly Lock Installation = new();

    private readonly string source;
    private readonly string script;

    /// <param name="source">The folder with <c>package.json</c> and the script, relative to the repository.</param>
    /// <param name="name">The name of the folder below <c>obj</c>.</param>
    /// <param name="script">The script's file.</param>
    public NodeTool(string source, string name, string script = "check.mjs")
    {
        this.source = source;
        this.script = script;
        Folder = Path.Combine(Repository.Root, "tests/Klotho.Compiler.Tests/obj", name);
        lock (Installation)
        {
            Install();
        }
    }

    /// <summary>Where the packages and the script are, and the current directory of what runs.</summary>
    public string Folder { get; }

    /// <summary>What the script prints for an input.</summary>
    public string Run(string input) => Succeed("node", [script], input);

    private void Install()
    {
        Directory.CreateDirectory(Folder);
        var wanted = Repository.Read($"{source}/package.json");
        var installed = Path.Combine(Folder, "installed.json");
        if (!File.Exists(installed) || File.ReadAllText(installed) != wanted)
        {
            File.WriteAllText(Path.Combine(Folder, "package.json"), wanted);
            Succeed("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], "");
            File.WriteAllText(installed, wanted);
        }

        File.WriteAllText(Path.Combine(Folder, script), Repository.Read($"{source}/{script}"));
    }

    /// <summary>The exit code of a program, and what it printed; of one that failed, its errors too.</summary>
    public (int Code, string Output) Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
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
        return (process.ExitCode, process.ExitCode == 0 ? output.Result : output.Result + errors.Result);
    }

    private string Succeed(string program, string[] arguments, string input)
    {
        var (code, output) = Run(program, arguments, input);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)}: {output}");
        return output;
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
