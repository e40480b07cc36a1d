using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Emit.Permissions;

/// <summary>One action that a unit may do on one part of something.</summary>
/// <param name="Unit">Whose role has it.</param>
/// <param name="Action">As the provider names it: <c>dynamodb:GetItem</c>.</param>
/// <param name="On">What it may be done on, as documents show it.</param>
/// <param name="Because">What needs it, in a few words.</param>
/// <param name="Target">The node that it is about; null for what the unit's host does by itself.</param>
/// <param name="Needs">The operations of the unit's code that need it.</param>
public sealed record Permission(NodeId Unit, string Action, string On, string Because, NodeId? Target, EquatableArray<OperationUse> Needs)
{
    /// <summary>The name by which it is asked for: <c>ocr:s3:GetObject</c>.</summary>
    public string Name => $"{Unit.Name}:{Action}";
}
