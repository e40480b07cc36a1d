using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Permissions;

/// <summary>A role as the program creates it: read from the resources, so that it holds what is really emitted.</summary>
/// <param name="Name">The role.</param>
/// <param name="Owner">The node that it is for.</param>
/// <param name="Trust">Who may take it on, as a policy document.</param>
/// <param name="Policies">What it may do.</param>
/// <param name="Managed">The provider's own policies that it has, by their ARNs.</param>
public sealed record EmittedRole(ResourceName Name, NodeId Owner, InputValue.Map Trust, EquatableArray<EmittedPolicy> Policies, EquatableArray<string> Managed)
{
    /// <summary>The services that may take it on.</summary>
    public IEnumerable<string> Services => PolicyText.Statements(Trust)
        .SelectMany(statement => PolicyText.Texts((statement.Find("Principal") as InputValue.Map)?.Find("Service")));
}
