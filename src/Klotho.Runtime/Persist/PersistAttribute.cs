using Microsoft.Extensions.DependencyInjection;

namespace Klotho;

/// <summary>
/// Injects the store <paramref name="id"/>; what kind of store is said by the type that carries the attribute:
/// <see cref="IKeyValueStore{T}"/>, <see cref="IBlobStore"/>, a <c>DbContext</c> class,
/// <c>Microsoft.Extensions.Caching.Distributed.IDistributedCache</c> or <see cref="ISecret"/>.
/// On a <c>DbContext</c> class itself it names the database of the class.
/// </summary>
/// <param name="id">Lower-case letters, digits and hyphens, at most 40 characters, beginning with a letter.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class, Inherited = false)]
public sealed class PersistAttribute(string id) : FromKeyedServicesAttribute(id)
{
    /// <summary>The store's id.</summary>
    public string Id { get; } = id;

    /// <summary>
    /// What the code that is handed the store here does with it where the analysis cannot follow it. <see cref="StoreAccess.Read"/> keeps the unit's permissions
    /// to those for reading; a write is then refused by the cloud, not by this library. A write that the analysis sees is an error of the compiler.
    /// </summary>
    public StoreAccess Access { get; init; }
}
