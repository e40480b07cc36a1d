using System.Diagnostics;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

/// <summary>The sample's front end on disk.</summary>
internal static class WebPage
{
    private static string Folder => Path.Combine(DeckProcess.SampleFolder, "web");

    /// <summary>Where the screenshot goes: into the documentation where that is asked for, else to a temporary file.</summary>
    public static string Screenshot => Environment.GetEnvironmentVariable("KLOTHO_UPDATE_SCREENSHOTS") == "1"
        ? Path.Combine(Checkout.Root, "docs", "images", "search-the-deck.png")
        : Path.Combine(Path.GetTempPath(), "klotho-search-the-deck.png");

    /// <summary>Builds the page with the command that its annotation names, unless what is built is newer than the sources.</summary>
    public static async Task BuildAsync()
    {
        var built = new FileInfo(Path.Combine(Folder, "dist", "index.html"));
        if (built.Exists && Sources().All(source => source.LastWriteTimeUtc < built.LastWriteTimeUtc))
        {
            return;
        }

        using var build = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "npm ci && npm run build"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("/bin/sh did not start.");
        var output = build.StandardOutput.ReadToEndAsync();
        var errors = build.StandardError.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.True(build.ExitCode == 0, $"{await output}\n{await errors}");
    }

    private static IEnumerable<FileInfo> Sources() =>
        new DirectoryInfo(Path.Combine(Folder, "src")).EnumerateFiles("*", SearchOption.AllDirectories)
            .Concat(new DirectoryInfo(Folder).EnumerateFiles());
}
