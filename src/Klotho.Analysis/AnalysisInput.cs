using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis;

/// <summary>The application's compilation (projects referenced as source are compilation references of it).</summary>
public sealed record AnalysisInput(Compilation App, AppName Name, SourceRoot Root);
