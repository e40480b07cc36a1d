using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Compile;

/// <summary>What <c>klotho compile</c> is asked to do.</summary>
internal sealed record CompileOptions(AppSelection App, string? Output, string? Language, bool BuildStatic, bool Force);
