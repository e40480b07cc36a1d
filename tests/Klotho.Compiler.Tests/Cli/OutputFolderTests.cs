using System.Runtime.Versioning;
using Klotho.Analysis.Collections;
using Klotho.Cli.Writing;
using Klotho.Emit.Output;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>What becomes of files that are not ours when an output is written over an older one.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OutputFolderTests : IDisposable
{
    private readonly string parent = Directory.CreateTempSubdirectory("klotho output ").FullName;

    private OutputPlace Place => new(Path.Combine(parent, "compiled"));

    public void Dispose() => Directory.Delete(parent, recursive: true);

    [Theory]
    [InlineData("infra/node_modules/pulumi/index.js")]
    [InlineData("infra/bin/Debug/Infra.dll")]
    [InlineData("infra/obj/project.assets.json")]
    public void What_tools_made_is_moved_and_not_copied(string path)
    {
        Write("1");
        Put(path, "made");
        using var before = File.OpenHandle(At(path));

        // Whoever holds the file open sees what is written to the name: it is the same file, not a copy.
        Write("2");
        File.AppendAllText(At(path), " again");

        var bytes = new byte[10];
        Assert.Equal("made again", System.Text.Encoding.UTF8.GetString(bytes, 0, RandomAccess.Read(before, bytes, 0)));
        Assert.Equal("2", File.ReadAllText(At("infra/Program.cs")));
        Assert.Equal([Place.Folder], Directory.EnumerateFileSystemEntries(parent));
    }

    [Fact]
    public void What_people_wrote_is_there_at_every_moment()
    {
        Write("1");
        Put("infra/Pulumi.dev.yaml", "config: {}");
        Put("infra/shared/Mine.cs", "mine");
        Put("infra/node_modules/pulumi/index.js", "made");

        Write("2");

        Assert.Equal(("config: {}", "mine", "made"), (File.ReadAllText(At("infra/Pulumi.dev.yaml")), File.ReadAllText(At("infra/shared/Mine.cs")), File.ReadAllText(At("infra/node_modules/pulumi/index.js"))));
    }

    [Fact]
    public void A_compile_that_was_killed_between_the_exchange_and_the_moves_is_finished_by_the_next()
    {
        Write("1");
        Put("infra/node_modules/pulumi/index.js", "made");
        var old = Place.FreshFolder("new");
        Directory.Move(Place.Folder, Path.Combine(parent, "aside"));
        Write("2");
        Directory.Move(Path.Combine(parent, "aside"), old);

        OutputFolder.Recover(Place);

        Assert.Equal(("2", "made"), (File.ReadAllText(At("infra/Program.cs")), File.ReadAllText(At("infra/node_modules/pulumi/index.js"))));
        Assert.Equal([Place.Folder], Directory.EnumerateFileSystemEntries(parent));
    }

    [Fact]
    public void A_folder_with_a_file_of_ours_is_no_tools_folder()
    {
        Write("1", "infra/bin/start.sh");
        Put("infra/bin/mine.sh", "mine");

        Write("2", "infra/bin/start.sh");

        Assert.Equal(("2", "mine"), (File.ReadAllText(At("infra/bin/start.sh")), File.ReadAllText(At("infra/bin/mine.sh"))));
    }

    [Fact]
    public void A_link_that_is_called_like_one_stays_a_link()
    {
        Write("1");
        var elsewhere = Directory.CreateDirectory(Path.Combine(parent, "cache")).FullName;
        Directory.CreateSymbolicLink(At("infra/node_modules"), elsewhere);

        Write("2");

        Assert.Equal(elsewhere, new FileInfo(At("infra/node_modules")).LinkTarget);
    }

    private void Write(string text, string path = "infra/Program.cs") =>
        Assert.Null(OutputFolder.Write(Place, new OutputTree(new[] { new OutputFile(new(path), text) }.ToEquatableArray())));

    private void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path)) ?? parent);
        File.WriteAllText(At(path), text);
    }

    private string At(string path) => Path.Combine(Place.Folder, path);
}
