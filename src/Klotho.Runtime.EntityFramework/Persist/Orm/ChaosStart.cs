namespace Klotho.EntityFramework;

/// <summary>Since when databases have their faults: since their tables are there. A process that cannot make them does not start, which is no fault to live with.</summary>
internal sealed class ChaosStart
{
    public bool HasBegun { get; set; }
}
