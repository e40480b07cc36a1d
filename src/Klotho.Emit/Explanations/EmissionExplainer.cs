using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;
using Klotho.Planning.Explanations;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Explanations;

/// <summary>Explains what a plan becomes: permissions by the code that needs them, resources by the nodes that ask for them.</summary>
public static class EmissionExplainer
{
    /// <summary>Everything that can be asked about; nothing, with the mistakes, where the plan cannot be emitted.</summary>
    public static EmittedParts Parts(EmitInput input)
    {
        var context = new LoweringContext(input.Plan, input.Lock, input.Catalogue.Capabilities, input.Layout);
        var diagnostics = EmissionCheck.Run(context);
        if (diagnostics.Items.Any(found => found.Rule.Severity == Severity.Error))
        {
            return new(default, default, diagnostics);
        }

        var (graph, names) = ResourceGraphBuilder.Build(context);
        return new(PermissionList.Of(context, names), graph.Resources, diagnostics);
    }

    /// <summary>Why a unit may do something; on several things, where the permissions are for several.</summary>
    public static ExplanationDocument Permission(Plan plan, EquatableArray<Permission> permissions) => PermissionExplanation.Of(plan, permissions);

    /// <summary>Why a resource is there.</summary>
    /// <param name="plan">The plan that it is emitted for.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="parts">All that the plan becomes.</param>
    /// <param name="owner">The explanation of the node that asks for it; null for what nodes share.</param>
    public static ExplanationDocument Resource(Plan plan, Resource resource, EmittedParts parts, ExplanationDocument? owner) =>
        ResourceExplanation.Of(plan, resource, parts.Resources, owner);
}
