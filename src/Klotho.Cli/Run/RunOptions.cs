using Klotho.Cli.CommandLine;
using Klotho.Drivers;

namespace Klotho.Cli.Run;

/// <summary>What <c>klotho run</c> is asked to do.</summary>
/// <param name="App">The application.</param>
/// <param name="Split">Whether each unit gets a process of its own.</param>
/// <param name="Data">The directory in which state survives, if it is to.</param>
/// <param name="Port">The port of the application, or null for a free one.</param>
/// <param name="Chaos">The faults that its processes are to live with, if any.</param>
internal sealed record RunOptions(AppSelection App, bool Split, string? Data, int? Port, ChaosSettings? Chaos);
