namespace Klotho.Analysis.Wire;

/// <summary>When a property is left out of what is written.</summary>
public enum WireOmission
{
    Never,

    /// <summary>Where it is null.</summary>
    Null,

    /// <summary>Where it is null, zero, false or another default of its type.</summary>
    Default,
}
