using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Wiring;

/// <summary>
/// What one use of an annotation adds to the generated module, with its place there. It is text compared by value, so
/// an edit that changes no wiring stops here.
/// </summary>
/// <param name="Order">The annotation's place in the catalogue.</param>
/// <param name="Id">The capability's id.</param>
/// <param name="Part">What it adds.</param>
public sealed record WiringEntry(int Order, string Id, WiringPart Part);
