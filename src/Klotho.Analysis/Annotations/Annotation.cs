using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Annotations;

/// <summary>
/// How one capability is read from its attribute. One folder per capability derives this; the ordered list of them is
/// the annotation catalogue. Several annotations may share an attribute (<c>[Persist]</c>): the first that accepts the
/// annotated symbol reads it. An instance has no state.
/// </summary>
public abstract class Annotation
{
    /// <summary>The attribute's metadata name: <c>Klotho.PersistAttribute</c>.</summary>
    public abstract string AttributeName { get; }

    /// <summary>What the attribute must stand on, as a message says it: <c>IKeyValueStore&lt;T&gt;</c>.</summary>
    public abstract string Expects { get; }

    /// <summary>Rules that only this capability reports.</summary>
    public virtual EquatableArray<DiagnosticRule> Rules => EquatableArray<DiagnosticRule>.Empty;

    /// <summary>Whether a plain <c>[FromKeyedServices("id")]</c> on what this accepts means the same as the attribute.</summary>
    public virtual bool AcceptsPlainKey => false;

    /// <summary>The id of what the attribute means, and where it is written: its first argument, but for an attribute that says otherwise.</summary>
    public virtual (string Id, SourceLocation Location) IdOf(AnnotatedSymbol symbol) => (symbol.Id, symbol.IdLocation);

    public abstract bool Accepts(AnnotatedSymbol symbol);

    public abstract AnnotationReading Read(AnnotatedSymbol symbol);

    /// <summary>Edges that follow from the annotation alone (those that follow from code come from reach).</summary>
    public virtual IEnumerable<CapabilityEdge> Edges(CapabilityUse use, EquatableArray<CapabilityNode> nodes) => [];

    /// <summary>What only all uses together (of every annotation, sorted by location) can show to be wrong, but for what follows from attempts that were told of.</summary>
    public virtual IEnumerable<KlothoDiagnostic> Check(EquatableArray<CapabilityUse> uses, EquatableArray<AttemptedUse> attempts) => [];

    /// <summary>
    /// The types of what goes through the node. The graph asks, the source generator never does: schemas cost, and no
    /// wiring needs one.
    /// </summary>
    public virtual IEnumerable<PayloadType> Payloads(AnnotatedSymbol symbol) => [];

    /// <summary>What the generated module says of a use: the runtime's declarations.</summary>
    public abstract WiringPart Wiring(CapabilityUse use);
}
