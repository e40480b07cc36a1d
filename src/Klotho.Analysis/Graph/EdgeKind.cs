namespace Klotho.Analysis.Graph;

/// <summary>How one node relates to another. The comment names the direction.</summary>
public enum EdgeKind
{
    /// <summary>gateway → route, gateway → static unit.</summary>
    Exposes,

    /// <summary>route → unit that handles it.</summary>
    HandledBy,

    /// <summary>unit → store, cache, secret or configuration value.</summary>
    Uses,

    /// <summary>unit → topic.</summary>
    Publishes,

    /// <summary>topic → unit that subscribes.</summary>
    Delivers,

    /// <summary>schedule → unit.</summary>
    Triggers,

    /// <summary>unit → unit.</summary>
    Calls,

    /// <summary>unit → assets in its image.</summary>
    Packages,
}
