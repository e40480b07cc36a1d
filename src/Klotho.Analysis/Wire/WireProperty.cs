namespace Klotho.Analysis.Wire;

/// <summary>A property of a JSON object.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Value">Its value.</param>
/// <param name="Member">The name of the C# member, by which a change of the JSON name is known from another property.</param>
public sealed record WireProperty(string Name, WireValue Value, string Member)
{
    /// <summary>Whether reading fails where the property is missing.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is written.</summary>
    public bool IsWritten { get; init; } = true;

    /// <summary>Whether it is read; a reader skips it otherwise.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>When it is left out although it is written.</summary>
    public WireOmission Omission { get; init; }

    /// <summary>Whether a reader that misses it takes a value that the code gives, not null or zero.</summary>
    public bool HasOwnDefault { get; init; }

    /// <summary>Whether its value is shown nowhere (<c>[Sensitive]</c>).</summary>
    public bool IsSensitive { get; init; }
}
