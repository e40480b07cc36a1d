namespace Klotho.Analysis.Graph;

/// <summary>Code that does not run any more when what nothing reaches is left out, or when nothing can be compiled at run time.</summary>
/// <param name="Location">Where it stands; for what is no code, where the application begins.</param>
/// <param name="What">What it is, to follow "because".</param>
/// <param name="OnlyNative">Whether it is in the way of native code alone.</param>
public sealed record TrimObstacle(SourceLocation Location, string What, bool OnlyNative);
