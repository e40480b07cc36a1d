using Klotho.EndToEnd.Tests.SearchTheDeck;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>A folder that processes share, as <c>klotho run --split</c> has it.</summary>
public sealed class FilesPlace : Place
{
    private readonly TemporaryFolder _data = new();

    internal override IReadOnlyDictionary<string, string> Schemes { get; } = LocalSettings.Schemes("file");

    internal override IReadOnlyDictionary<string, Settings> Units => LocalSettings.Units.ToDictionary(
        unit => unit, unit => new Settings(Whole.Concat(LocalSettings.Named(unit))), StringComparer.Ordinal);

    internal override Settings Whole => new(LocalSettings.Of(this)) { ["Klotho__Data"] = _data.Path };

    public override Task DisposeAsync()
    {
        _data.Dispose();
        return Task.CompletedTask;
    }

    private protected override Task SetUpAsync() => Task.CompletedTask;
}
