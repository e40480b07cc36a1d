namespace SearchTheDeck.Commands;

/// <summary>The small tools that come with the application.</summary>
public static class DeckCommands
{
    private static readonly Dictionary<string, Func<string[], Task<int>>> All = new(StringComparer.Ordinal)
    {
        ["demo"] = DemoCommand.RunAsync,
        ["import"] = ImportCommand.RunAsync,
    };

    public static Func<string[], Task<int>>? Find(string[] args) =>
        args.Length > 0 ? All.GetValueOrDefault(args[0]) : null;
}
