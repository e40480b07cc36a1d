using System.Diagnostics;
using System.Text.RegularExpressions;
using Klotho.EndToEnd.Tests.Cli;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

/// <summary>The sample through the tool, as its documentation shows it.</summary>
[Collection(DeckCollection.Name)]
public sealed partial class ToolTests
{
    [NeedsFact("tesseract", "cwebp", "npm")]
    public async Task The_tool_runs_the_sample_as_three_processes_and_ends_them()
    {
        await WebPage.BuildAsync();
        using var tool = BuiltTool.Start(Checkout.Root, [], "run", "samples/SearchTheDeck", "--split");
        var errors = tool.StandardError.ReadToEndAsync();
        var banner = "";
        while (!banner.Contains("    slide-uploaded", StringComparison.Ordinal))
        {
            banner += await tool.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(4)) is { } line ? line + "\n"
                : throw new InvalidOperationException($"{banner}\n{await errors}");
        }

        _ = tool.StandardOutput.ReadToEndAsync();
        var pids = Pid().Matches(banner).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, pids.Count);
        using var client = new HttpClient { BaseAddress = new Uri(Url().Match(banner).Groups[1].Value + "/"), Timeout = TimeSpan.FromSeconds(60) };
        var (slide, picture) = TwelveSlides.All[5];
        using var sent = await TwelveSlides.SendAsync(client, slide, picture);
        sent.EnsureSuccessStatusCode();
        Assert.Equal(slide.Number, (await TwelveSlides.FindAsync(client, slide)).Number);
        Assert.Contains("<title>", await client.GetStringAsync(client.BaseAddress), StringComparison.Ordinal);

        using (var signal = Process.Start("kill", $"-INT {tool.Id}"))
        {
            await signal.WaitForExitAsync();
        }

        Assert.True(tool.WaitForExit(TimeSpan.FromSeconds(20)), "klotho run does not end");
        Assert.True(tool.ExitCode == 0, await errors);
        Assert.All(pids, pid => Assert.False(Directory.Exists($"/proc/{pid}"), $"process {pid} is left"));
    }

    [GeneratedRegex(@"pid (\d+)")]
    private static partial Regex Pid();

    [GeneratedRegex(@"runs at (http://\S+)")]
    private static partial Regex Url();
}
