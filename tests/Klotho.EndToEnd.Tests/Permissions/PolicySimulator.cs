using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>Asks an independent evaluator of IAM policies, the npm package iam-simulate, which is installed below <c>obj</c> the first time.</summary>
internal static class PolicySimulator
{
    private const string Package = "@cloud-copilot/iam-simulate@0.1.173";

    public const string Allowed = "Allowed";

    // What a request to a function's address is known to be (Service Authorization Reference: AWS Lambda, condition keys, read 2026-11-22).
    private static readonly (string Key, string Value)[] ByUrl = [("lambda:FunctionUrlAuthType", "AWS_IAM"), ("lambda:InvokedViaFunctionUrl", "true")];

    /// <summary>How IAM decides each call under a role.</summary>
    /// <param name="permissions">What was emitted.</param>
    /// <param name="calls">Who calls what.</param>
    /// <param name="byUrl">Whether functions are called at their addresses, and not by themselves.</param>
    public static async Task<IReadOnlyList<(AwsCall Call, string Decision)>> DecideAsync(EmittedPermissions permissions, IEnumerable<(GrantedRole Role, AwsCall Call)> calls, bool byUrl = true)
    {
        var asked = calls.ToList();
        var answers = await AskAsync(asked.Select(item => Request(permissions, item.Role, item.Call, byUrl)));
        return [.. asked.Zip(answers, (item, answer) => (item.Call, answer))];
    }

    private static JsonObject Request(EmittedPermissions permissions, GrantedRole role, AwsCall call, bool byUrl) => new()
    {
        ["principal"] = $"arn:aws:iam::{Arns.Account}:role/{role.Name}",
        ["action"] = call.Action,
        ["resource"] = call.Resource,
        ["account"] = Arns.Account,
        ["context"] = new JsonObject(Context(call, byUrl).Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value))),
        ["policies"] = new JsonArray([.. role.Policies.Select(policy => policy.DeepClone())]),
        ["resourcePolicy"] = permissions.PolicyOf(call.Resource)?.DeepClone(),
    };

    /// <summary>Whether a service may take on a role, on behalf of what.</summary>
    /// <param name="role">The role.</param>
    /// <param name="service">The service: <c>scheduler.amazonaws.com</c>.</param>
    /// <param name="account">The account for which it asks.</param>
    /// <param name="source">What it asks for, as its confused deputy conditions name it.</param>
    public static async Task<string> TakesOnAsync(GrantedRole role, string service, string account, string source) => (await AskAsync(
    [
        new()
        {
            ["principal"] = service,
            ["action"] = "sts:AssumeRole",
            ["resource"] = $"arn:aws:iam::{Arns.Account}:role/{role.Name}",
            ["account"] = Arns.Account,
            ["context"] = new JsonObject { ["aws:SourceAccount"] = account, ["aws:SourceArn"] = source },
            ["policies"] = new JsonArray(),
            ["resourcePolicy"] = role.Trust.DeepClone(),
        },
    ]))[0];

    private static IEnumerable<(string Key, string Value)> Context(AwsCall call, bool byUrl) => call.Action switch
    {
        "lambda:InvokeFunctionUrl" or "lambda:InvokeFunction" when byUrl => ByUrl,
        _ => call.Context.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(item => (item.Split('=')[0], item.Split('=')[1])),
    };

    private static async Task<string[]> AskAsync(IEnumerable<JsonObject> requests) => JsonSerializer.Deserialize<string[]>(
        await RunAsync(await InstallAsync(), "node", ["simulate.mjs"], new JsonArray([.. requests]).ToJsonString())) ?? [];

    private static async Task<string> InstallAsync()
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../obj/iam-simulate"));
        var stamp = Path.Combine(folder, "installed.txt");
        if (!File.Exists(stamp) || await File.ReadAllTextAsync(stamp) != Package)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"private":true,"type":"module"}""");
            await RunAsync(folder, "npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", Package], "");
            await File.WriteAllTextAsync(stamp, Package);
        }

        File.Copy(Path.Combine(AppContext.BaseDirectory, "simulate.mjs"), Path.Combine(folder, "simulate.mjs"), overwrite: true);
        return folder;
    }

    private static async Task<string> RunAsync(string folder, string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await error}");
        return await output;
    }
}
