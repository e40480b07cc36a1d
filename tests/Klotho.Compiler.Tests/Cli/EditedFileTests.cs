using System.Runtime.Versioning;
using System.Text;
using Klotho.Cli.Editing;

namespace Klotho.Compiler.Tests.Cli;

[UnsupportedOSPlatform("windows")]
public sealed class EditedFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("klotho edit ").FullName;

    private string Yaml => Path.Combine(folder, "klotho.yaml");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_new_file_is_written_and_nothing_else_is_left()
    {
        EditedFile.Write(Yaml, "", "app: shop\n");

        Assert.Equal("app: shop\n", File.ReadAllText(Yaml));
        Assert.Equal([Yaml], Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_byte_order_mark_stays()
    {
        File.WriteAllBytes(Yaml, [0xEF, 0xBB, 0xBF, .. "a: 1\r\n"u8]);

        EditedFile.Write(Yaml, "a: 1\r\n", "a: 2\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF, .. "a: 2\r\n"u8], File.ReadAllBytes(Yaml));
    }

    [Fact]
    public void A_link_stays_a_link_and_the_mode_its_mode()
    {
        var real = Path.Combine(folder, "real.yaml");
        File.WriteAllText(real, "a: 1\n");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(Yaml, "real.yaml");

        EditedFile.Write(Yaml, "a: 1\n", "a: 2\n");

        Assert.Equal("real.yaml", new FileInfo(Yaml).LinkTarget);
        Assert.Equal("a: 2\n", File.ReadAllText(real));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(real));
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_left_alone()
    {
        File.WriteAllText(Yaml, "a: 1\n");
        File.SetUnixFileMode(Yaml, UnixFileMode.UserRead);

        var refusal = Assert.Throws<UnauthorizedAccessException>(() => EditedFile.Write(Yaml, "a: 1\n", "a: 2\n"));

        Assert.Contains("is read-only", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("a: 1\n", File.ReadAllText(Yaml));
    }

    [Fact]
    public void What_another_program_wrote_meanwhile_is_not_lost()
    {
        File.WriteAllText(Yaml, "a: 3\n", Encoding.UTF8);

        Assert.Throws<IOException>(() => EditedFile.Write(Yaml, "a: 1\n", "a: 2\n"));

        Assert.Equal("a: 3\n", File.ReadAllText(Yaml));
    }
}
