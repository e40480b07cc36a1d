namespace Klotho.EndToEnd.Tests.SearchTheDeck;

/// <summary>The folders and programs that the tests start from.</summary>
internal static class Checkout
{
    /// <summary>The folder with Klotho.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The program that runs these tests, so that it is found whatever PATH a test sets.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? OnPath("dotnet");

    /// <summary>Where a program is; a test that needs one which is missing fails and says what to install.</summary>
    public static string Program(string name, string debianPackage) =>
        FindOnPath(name) ?? throw new InvalidOperationException(
            $"The program '{name}' is missing on PATH. Install the Debian package {debianPackage} (.ci/run does so) and run the test again.");

    private static string OnPath(string name) => FindOnPath(name) ?? name;

    private static string? FindOnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Klotho.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}
