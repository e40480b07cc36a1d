using Klotho.Drivers;
using Klotho.Runtime.Tests.Host;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>What a process was doing when it was killed is done by the next.</summary>
public sealed class KilledProcessTests
{
    [Fact]
    public async Task Nothing_published_is_lost_when_the_handling_process_is_killed_in_the_middle()
    {
        // More than a worker can do between its start and the moment we notice it, three times over.
        const int Jobs = 120;
        using var folder = new TemporaryFolder();
        var files = new BlobStore(new FileBlobDriver(Path.Combine(folder.Path, "blobs", "files")));
        await using var main = await TestApplication.StartAsync(
            HostDeclarations.All, new() { ["Klotho:Data"] = folder.Path, ["Klotho:Unit"] = "main" });
        for (var number = 0; number < Jobs; number++)
        {
            await main.Keyed<ITopic<Job>>("jobs").PublishAsync(new Job(number, 150));
        }

        for (var kill = 1; kill <= 3; kill++)
        {
            var before = await CountAsync(files, "begun/");
            await using var worker = await HostProcess.StartAsync(("Klotho:Data", folder.Path), ("Klotho:Unit", "work"));
            await Eventually.IsTrueAsync(async () => await CountAsync(files, "begun/") > before, "the worker is in the middle of a job");
            await worker.KillAsync();
        }

        var unfinished = Jobs - await CountAsync(files, "done/");
        Assert.True(unfinished > 0, "The worker was killed after its work.");
        await using var last = await HostProcess.StartAsync(("Klotho:Data", folder.Path), ("Klotho:Unit", "work"));
        await Eventually.IsTrueAsync(async () => await CountAsync(files, "done/") == Jobs, "every job is done");
    }

    private static ValueTask<int> CountAsync(BlobStore files, string prefix) => files.ListAsync(prefix, default).CountAsync();
}
