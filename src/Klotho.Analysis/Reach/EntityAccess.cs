namespace Klotho.Analysis.Reach;

/// <summary>What code does to entities of a database.</summary>
internal enum EntityAccess
{
    /// <summary>A query of the set, or a way to it from another entity.</summary>
    Read,

    /// <summary>A change: of the set, or of an entity that may be saved.</summary>
    Write,

    /// <summary>What has been changed is saved: tells of no set by itself.</summary>
    Save,
}
