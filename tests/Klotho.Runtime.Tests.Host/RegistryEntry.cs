namespace Klotho.Runtime.Tests.Host;

/// <summary>An item. <paramref name="Receipt"/> is another one for each time that it is made.</summary>
public sealed record RegistryEntry(int Number, string Receipt);
