using Klotho.EndToEnd.Tests.Permissions;
using Klotho.EndToEnd.Tests.SearchTheDeck;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>Starts the built application. Of what the tests themselves know about servers it inherits nothing.</summary>
internal static class DeskProcesses
{
    private const string Assembly = "Klotho.EndToEnd.Tests.Desk.dll";

    // What the emulators of AWS set for everybody in this process, and what keeps processes of tests short.
    private static readonly (string Name, string? Value)[] Surroundings =
    [
        ("AWS_ENDPOINT_URL", null), ("AWS_ENDPOINT_URL_DYNAMODB", null), ("AWS_ENDPOINT_URL_EVENTBRIDGE", null), ("AWS_ACCESS_KEY_ID", null),
        ("AWS_SECRET_ACCESS_KEY", null), ("AWS_REGION", null), ("ASPNETCORE_ENVIRONMENT", "Development"), ("DOTNET_TieredPGO", "0"),
        ("DOTNET_shutdownTimeoutSeconds", "1"), ("Desk__Lease", "00:00:03"),
    ];

    /// <summary>The file that every process runs.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, Assembly);

    private static string Folder { get; } = Path.Combine(Checkout.Root, DeskRun.Folder);

    public static Task<DeckProcess> StartListeningAsync(Settings settings) => DeckProcess.StartProgramAsync(Assembly, Folder, Environment(settings));

    public static DeckProcess Start(Settings settings) => DeckProcess.Start(Assembly, Folder, Environment(settings));

    private static (string, string?)[] Environment(Settings settings) => [.. Surroundings, .. settings.Select(variable => (variable.Key, (string?)variable.Value))];
}
