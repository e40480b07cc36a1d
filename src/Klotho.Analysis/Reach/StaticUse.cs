using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>A place that reads a static field or property, or changes what it holds.</summary>
internal readonly record struct StaticUse(ISymbol Member, bool Changes, Location At);
