namespace Klotho.Runtime.Tests.Host;

/// <summary>A message.</summary>
public sealed record Sold(int Number);
