namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The memory of one process.</summary>
public sealed class MemoryPlace : Place
{
    internal override IReadOnlyDictionary<string, string> Schemes { get; } = LocalSettings.Schemes("memory");

    internal override IReadOnlyDictionary<string, Settings> Units { get; } = new Dictionary<string, Settings>();

    internal override Settings Whole => LocalSettings.Of(this);

    public override Task DisposeAsync() => Task.CompletedTask;

    private protected override Task SetUpAsync() => Task.CompletedTask;
}
