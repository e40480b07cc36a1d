using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Annotations;

/// <summary>What an attribute was meant for that is too wrong to be a use: nobody need be told besides that there is none.</summary>
/// <param name="Node">Of which node it would have been a use.</param>
/// <param name="Relation">And in what way.</param>
public sealed record AttemptedUse(NodeId Node, EdgeKind Relation);
