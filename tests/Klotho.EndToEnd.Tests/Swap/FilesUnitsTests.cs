namespace Klotho.EndToEnd.Tests.Swap;

[Collection(FilesCollection.Name)]
public sealed class FilesUnitsTests(UnitsIn<FilesPlace> host) : UnitsContract(host), IClassFixture<UnitsIn<FilesPlace>>;
