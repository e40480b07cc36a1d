namespace Klotho.Emit.Capabilities;

/// <summary>A node's outline in drawings.</summary>
public enum NodeShape
{
    /// <summary>Something that runs.</summary>
    Box,

    /// <summary>Something that keeps data.</summary>
    Cylinder,

    /// <summary>Something that passes messages on.</summary>
    Lane,

    /// <summary>A way in from outside.</summary>
    Hexagon,

    /// <summary>A value or a document.</summary>
    Note,
}
