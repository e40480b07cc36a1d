using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Wire;

/// <summary>
/// What System.Text.Json writes for a payload and accepts when it reads one. <paramref name="Types"/> are the objects
/// and enums that values refer to by name, sorted by name, so that a type may contain itself.
/// </summary>
public sealed record WireSchema(WireValue Root, EquatableArray<WireType> Types)
{
    /// <summary>The schema of a call's result where the method has none.</summary>
    public static readonly WireSchema Nothing = new(new(new WireNothing(), MayBeNull: false, RefusesNull: false), EquatableArray<WireType>.Empty);

    public WireType? Find(WireTypeName name) => Types.Items.FirstOrDefault(type => type.Name == name);
}
