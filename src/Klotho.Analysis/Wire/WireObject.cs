using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Wire;

/// <summary>A JSON object with known properties, sorted by name.</summary>
public sealed record WireObject(WireTypeName Name, EquatableArray<WireProperty> Properties) : WireType(Name)
{
    /// <summary>Why no instance can be read, as the end of a sentence about the type; null where one can be.</summary>
    public string? Unreadable { get; init; }

    /// <summary>What a reader does with properties that it does not know.</summary>
    public WireUnknownProperties Unknown { get; init; }

    /// <summary>Whether a reader finds a property only by its exact name; it ignores case otherwise.</summary>
    public bool ExactNames { get; init; }

    /// <summary>What the type is instead of itself, where it declares derived types.</summary>
    public WirePolymorphism? Polymorphism { get; init; }
}
