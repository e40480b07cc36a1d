using Klotho.Benchmarks.Compile;

namespace Klotho.Benchmarks.Files;

/// <summary>An application of many files that the tool reads, with what the tool keeps of it.</summary>
internal sealed class ReadApplication
{
    private readonly string _tool;
    private readonly DirectoryInfo _cache;

    private ReadApplication(string project, string tool, DirectoryInfo cache) => (Project, _tool, _cache) = (project, tool, cache);

    public string Project { get; }

    public static async Task<ReadApplication> WriteAsync(string folder, string name, string tool, int files, Reached reached)
    {
        var project = await SyntheticProject.WriteAsync(folder, name, sources => ManyFilesApp.WriteAsync(sources, files, reached));
        return new ReadApplication(project, tool, new DirectoryInfo(Path.Combine(folder, $"{name}-cache")));
    }

    public void Forget()
    {
        _cache.Refresh();
        if (_cache.Exists)
        {
            _cache.Delete(recursive: true);
        }
    }

    public async Task<ProcessCost> CheckAsync() => (await TimedProcess.MeasureAsync(Project, _cache, [_tool, "check", Project, "--quiet"])).Cost;

    public async Task<ProcessCost> EditedAsync(int round)
    {
        await File.AppendAllTextAsync(Path.Combine(Project, "Service00000.cs"), $"// {round}\n");
        return await CheckAsync();
    }
}
