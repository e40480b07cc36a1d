namespace Klotho;

/// <summary>What code does with a store.</summary>
public enum StoreAccess
{
    /// <summary>Whatever the analysis sees; everything where it cannot follow the store.</summary>
    Seen,

    /// <summary>It only reads, also where the analysis cannot follow the store: its author vouches for that.</summary>
    Read,
}
