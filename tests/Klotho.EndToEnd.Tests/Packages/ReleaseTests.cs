using System.IO.Compression;
using System.Reflection.Metadata;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;

namespace Klotho.EndToEnd.Tests.Packages;

/// <summary>What a release has that a build from a clone without a remote cannot have: sources that are found again, and a version before it.</summary>
public sealed class ReleaseTests(ReleaseBuild release) : IClassFixture<ReleaseBuild>
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>A debugger that stops in our code gets the very file that was compiled: from the commit, or from the symbols where it was generated.</summary>
    [Fact]
    public void Each_source_file_is_found_again()
    {
        using var archive = ZipFile.OpenRead(release.Package(ReleaseBuild.Version, "snupkg"));
        using var compressed = archive.Entries.Single(entry => entry.Name == $"{ReleaseBuild.Library}.pdb").Open();
        using var symbols = new MemoryStream();
        compressed.CopyTo(symbols);
        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        using var map = JsonDocument.Parse(Assert.Single(Information(reader, EntityHandle.ModuleDefinition, SourceLink)));
        var mapped = map.RootElement.GetProperty("documents").EnumerateObject().Single();
        Assert.Equal("/_/*", mapped.Name);
        Assert.Equal($"https://raw.githubusercontent.com/example/klotho/{release.Commit}/*", mapped.Value.GetString());

        var documents = reader.Documents.Select(handle => (Handle: handle, Document: reader.GetDocument(handle), Name: reader.GetString(reader.GetDocument(handle).Name))).ToList();
        var written = documents.Where(document => !Information(reader, document.Handle, EmbeddedSource).Any()).ToList();

        Assert.Contains(written, document => document.Name.EndsWith(".cs", StringComparison.Ordinal));
        Assert.All(documents, document => Assert.StartsWith("/_/", document.Name, StringComparison.Ordinal));
        Assert.All(written, document => Assert.Equal(
            SHA256.HashData(File.ReadAllBytes(Path.Combine(release.Repository, document.Name["/_/".Length..]))),
            reader.GetBlobBytes(document.Document.Hash)));
    }

    [Fact]
    public void The_package_says_which_commit_of_which_repository_it_is()
    {
        using var archive = ZipFile.OpenRead(release.Package(ReleaseBuild.Version, "nupkg"));
        using var description = archive.GetEntry($"{ReleaseBuild.Library}.nuspec")?.Open() ?? Stream.Null;
        var repository = XDocument.Load(description).Descendants().Single(element => element.Name.LocalName == "repository");

        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.Contains(repository.Attribute("url")?.Value, (string?[])[ReleaseBuild.Remote, $"{ReleaseBuild.Remote}.git"]);
        Assert.Equal(release.Commit, repository.Attribute("commit")?.Value);
    }

    [Fact]
    public void What_the_last_version_had_may_not_be_gone()
    {
        Assert.NotEqual(0, release.Result.ExitCode);
        Assert.Contains($"error CP0001: Type 'Klotho.OpenTelemetry.{ReleaseBuild.Gone}' exists on", release.Result.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<byte[]> Information(MetadataReader reader, EntityHandle parent, Guid kind) =>
        reader.GetCustomDebugInformation(parent).Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == kind).Select(information => reader.GetBlobBytes(information.Value));
}
