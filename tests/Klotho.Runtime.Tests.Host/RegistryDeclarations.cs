using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Host;

/// <summary>What the source generator would write for calls of another unit.</summary>
public static class RegistryDeclarations
{
    public static IReadOnlyList<Declaration> All { get; } =
    [
        new KeyValueDeclaration<RegistryEntry>("entries"),
        new UnitDeclaration<Registry>("registry"),
        new UnitInterfaceDeclaration<IRegistry, Registry>("registry", static caller => new RegistryClient(caller), RegistryClient.Methods),
    ];
}
