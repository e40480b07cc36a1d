using Klotho.Planning.Quantities;

namespace Klotho.Planning.Editing;

/// <summary>What an edit does to one node or shared facility.</summary>
/// <param name="Subject">The node (<c>exec_unit:ocr</c>) or facility (<c>shared network</c>).</param>
/// <param name="Before">How it was hosted, as far as that differs; empty where it was not, or where only its cost differs.</param>
/// <param name="After">How it is hosted then.</param>
/// <param name="CostBefore">What it cost a month.</param>
/// <param name="CostAfter">What it costs then.</param>
public sealed record EditEffect(string Subject, string Before, string After, Money CostBefore, Money CostAfter);
