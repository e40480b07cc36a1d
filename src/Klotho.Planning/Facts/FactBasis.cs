namespace Klotho.Planning.Facts;

/// <summary>How a figure got into its table, so that nobody takes it for more than it is.</summary>
public enum FactBasis
{
    /// <summary>Compared on the fact's date with a copy or quotation of its source that others published, or measured.</summary>
    Compared,

    /// <summary>The published figure as it was known on the fact's date; not compared with the page then.</summary>
    Recalled,

    /// <summary>An assumption for planning; the source says on what it rests.</summary>
    Assumed,
}
