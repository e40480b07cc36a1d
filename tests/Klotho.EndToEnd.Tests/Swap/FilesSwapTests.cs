namespace Klotho.EndToEnd.Tests.Swap;

[Collection(FilesCollection.Name)]
public sealed class FilesSwapTests(FilesPlace place) : SwapContract(place);
