namespace Klotho.Runtime.Tests.Contracts;

public sealed class FileOrderedTopicTests : OrderedTopicContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override Dictionary<string, string?> Settings => new() { ["Klotho:Data"] = _folder.Path };

    public void Dispose() => _folder.Dispose();
}
