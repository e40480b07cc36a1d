using Klotho.Analysis.Collections;

namespace Klotho.Emit.Resources;

/// <summary>How the deployment engine treats a resource, apart from its inputs.</summary>
/// <param name="DependsOn">Resources that must exist first though no input says so.</param>
/// <param name="Protect">The engine refuses to delete it.</param>
/// <param name="RetainOnDelete">Removing it from the program leaves it in the account.</param>
/// <param name="IgnoreChanges">Inputs that somebody else changes.</param>
/// <param name="Import">The provider's id of an existing resource that becomes this one.</param>
/// <param name="Provider">The provider that creates it, where that isn't the stack's default one.</param>
/// <param name="Aliases">Names that it had before.</param>
public sealed record ResourceOptions(
    EquatableArray<ResourceName> DependsOn = default,
    bool Protect = false,
    bool RetainOnDelete = false,
    EquatableArray<string> IgnoreChanges = default,
    string? Import = null,
    ResourceName? Provider = null,
    EquatableArray<string> Aliases = default)
{
    public static readonly ResourceOptions None = new();

    /// <summary>For whatever holds data: it outlives a mistake in the program.</summary>
    public static readonly ResourceOptions Stateful = new(Protect: true, RetainOnDelete: true);
}
