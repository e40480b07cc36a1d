namespace Klotho.Runtime.Tests.Host;

/// <summary>A message. <paramref name="Milliseconds"/> is how long it takes to handle.</summary>
public sealed record Job(int Number, int Milliseconds);
