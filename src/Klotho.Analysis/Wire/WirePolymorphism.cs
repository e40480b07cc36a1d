using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Wire;

/// <summary>The derived types by which a type may be written, sorted by discriminator.</summary>
/// <param name="Discriminator">The property that says which one it is.</param>
/// <param name="IgnoresStrangers">Whether a reader takes a discriminator that it does not know for the type itself; it fails otherwise.</param>
/// <param name="WritesBase">Whether an instance may be written as the type itself, with no discriminator.</param>
/// <param name="Cases">The derived types.</param>
public sealed record WirePolymorphism(string Discriminator, bool IgnoresStrangers, bool WritesBase, EquatableArray<WireCase> Cases);
