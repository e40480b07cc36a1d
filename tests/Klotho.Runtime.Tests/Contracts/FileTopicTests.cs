namespace Klotho.Runtime.Tests.Contracts;

public sealed class FileTopicTests : TopicContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override (string Publishing, string Receiving) Systems => ("file", "file");

    protected override Dictionary<string, string?> Settings => new() { ["Klotho:Data"] = _folder.Path };

    public void Dispose() => _folder.Dispose();
}
