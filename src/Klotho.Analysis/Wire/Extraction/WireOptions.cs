namespace Klotho.Analysis.Wire.Extraction;

/// <summary>What of <c>JsonSerializerOptions</c> decides how a payload looks.</summary>
public sealed record WireOptions
{
    /// <summary>
    /// What the runtime serialises payloads with as long as the application does not change it: the options of ASP.NET
    /// Core's own endpoints (<c>Microsoft.AspNetCore.Http.Json.JsonOptions</c>), which start from the defaults for the web.
    /// </summary>
    public static readonly WireOptions Web = new();

    /// <summary>How a member's name becomes a property's.</summary>
    public WireNaming Names { get; init; } = WireNaming.CamelCase;

    /// <summary>Whether a reader finds a property only by its exact name.</summary>
    public bool ExactNames { get; init; }

    public WireNumbers Numbers { get; init; } = WireNumbers.Default;

    /// <summary>When a property without a word of its own is left out.</summary>
    public WireOmission Omission { get; init; }

    public WireUnknownProperties Unknown { get; init; }

    /// <summary>Whether public fields are properties too.</summary>
    public bool IncludesFields { get; init; }

    /// <summary>Whether a property that cannot be set is left out.</summary>
    public bool IgnoresReadOnlyProperties { get; init; }

    /// <summary>Whether what a property already holds is filled instead of replaced.</summary>
    public bool Populates { get; init; }

    /// <summary>Whether the code's nullable annotations are kept to.</summary>
    public bool RespectsNullability { get; init; }

    /// <summary>Whether a constructor's parameter without a default value is required.</summary>
    public bool RequiresParameters { get; init; }

    /// <summary>How enums without a converter of their own are named; null where they are numbers.</summary>
    public WireNaming? EnumNames { get; init; }

    /// <summary>Whether enums that are written by name are read from numbers too.</summary>
    public bool EnumsReadNumbers { get; init; } = true;
}
