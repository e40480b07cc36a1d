namespace Klotho.EndToEnd.Tests.SearchTheDeck;

/// <summary>The folders and programs that the tests start from.</summary>
internal static class Checkout
{
    /// <summary>The folder with Klotho.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Klotho.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}
