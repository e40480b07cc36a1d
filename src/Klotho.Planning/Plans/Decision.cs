using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Plans;

/// <summary>How one node is hosted. <paramref name="Reason"/> is half a line; <paramref name="Origin"/> says who decided.</summary>
public sealed record Decision(
    NodeId Node,
    CandidateType Type,
    EquatableArray<Parameter> Parameters,
    string Reason,
    Origin Origin,
    EquatableArray<RejectedAlternative> Rejected)
{
    /// <summary>The parameter with that name, where the chosen type has one.</summary>
    public Parameter? Parameter(string name) => Parameters.Items.FirstOrDefault(parameter => parameter.Name == name);
}
