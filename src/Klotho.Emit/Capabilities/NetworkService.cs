namespace Klotho.Emit.Capabilities;

/// <summary>
/// A service of the provider as VPC endpoints name it: <c>dynamodb</c>. A <paramref name="Gateway"/> endpoint costs nothing; others are
/// billed by the hour, so there is one only where a unit inside the network calls the service.
/// </summary>
public sealed record NetworkService(string Name, bool Gateway = false) : IComparable<NetworkService>
{
    public int CompareTo(NetworkService? other) => string.CompareOrdinal(Name, other?.Name);
}
