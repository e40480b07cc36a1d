using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Editing;

/// <summary>What <c>klotho set</c> and <c>klotho unset</c> are asked to do. <paramref name="Value"/> is null to take the key away.</summary>
internal sealed record EditOptions(AppSelection App, string Key, string? Value, bool DryRun, bool Force);
