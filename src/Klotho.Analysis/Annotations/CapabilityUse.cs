using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Annotations;

/// <summary>
/// One use of an annotation, by value: what the graph and the generated wiring need of it, and no compiler symbol, so
/// that the incremental generator can compare it with the one before an edit. Capabilities derive it where the node
/// does not say all.
/// </summary>
public record CapabilityUse(CapabilityNode Node, SourceLocation Location)
{
    /// <summary>Whether this use says what the node is; the others must agree with it.</summary>
    public virtual bool Decides => true;

    /// <summary>The rule that is broken when this use contradicts another of the same id.</summary>
    public virtual DiagnosticRule ContradictionRule => AnnotationRules.ContradictingUses;
}
