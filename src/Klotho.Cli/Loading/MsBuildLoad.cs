using Klotho.Cli.Processes;

namespace Klotho.Cli.Loading;

/// <summary>What an MSBuild run found.</summary>
/// <param name="Projects">Every project at its framework; none where the run failed.</param>
/// <param name="Outcome">How the process ended.</param>
/// <param name="State">On what the result rests, where it can be kept.</param>
/// <param name="Unkept">Why it cannot be kept.</param>
internal sealed record MsBuildLoad(IReadOnlyList<ProjectFacts> Projects, ProcessOutcome Outcome, LoadedState? State, string? Unkept);
