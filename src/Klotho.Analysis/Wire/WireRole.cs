namespace Klotho.Analysis.Wire;

/// <summary>What a payload is to its node, which says who writes and who reads it.</summary>
public enum WireRole
{
    /// <summary>A topic's message: written by publishers, read by subscribers.</summary>
    Message,

    /// <summary>A store's value: written and read by the units that use the store, and kept between deployments.</summary>
    Value,

    /// <summary>The arguments of a call: written by the calling unit, read by the unit.</summary>
    Request,

    /// <summary>The result of a call: written by the unit, read by the calling unit.</summary>
    Result,

    /// <summary>One of the results that a call streams: written by the unit, read by the calling unit.</summary>
    Item,
}
