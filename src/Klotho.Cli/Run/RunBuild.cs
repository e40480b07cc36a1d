using System.Collections.Immutable;
using Klotho.Analysis.Graph;
using Klotho.Cli.Loading;

namespace Klotho.Cli.Run;

/// <summary>An application that was analyzed and built.</summary>
/// <param name="Project">The application's project.</param>
/// <param name="Graph">What its code needs.</param>
/// <param name="Limits">The limits of where it is planned to be hosted, as environment variables; none where it has no plan.</param>
/// <param name="Compiled">The projects that were compiled since the last whole build.</param>
internal sealed record RunBuild(
    LoadedProject Project, CapabilityGraph Graph, ImmutableSortedDictionary<string, string> Limits, IReadOnlyList<CompiledProject> Compiled);
