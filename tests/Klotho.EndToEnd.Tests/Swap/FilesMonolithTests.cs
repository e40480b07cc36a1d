namespace Klotho.EndToEnd.Tests.Swap;

[Collection(FilesCollection.Name)]
public sealed class FilesMonolithTests(MonolithIn<FilesPlace> host) : DeskContract(host), IClassFixture<MonolithIn<FilesPlace>>;
