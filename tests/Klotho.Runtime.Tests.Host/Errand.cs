namespace Klotho.Runtime.Tests.Host;

/// <summary>A message. <paramref name="Wish"/> is what shall come of it: <c>done</c>, <c>later</c>, <c>failed</c>.</summary>
public sealed record Errand(string Name, string Wish);
