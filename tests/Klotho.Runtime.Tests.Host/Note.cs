namespace Klotho.Runtime.Tests.Host;

/// <summary>An item.</summary>
public sealed record Note(string Text);
