using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>What a lowering works with: one node, its decision, and the way to ask about the others.</summary>
public sealed record NodeLowering(CapabilityNode Node, Decision Decision, LoweringContext Context)
{
    public NodeId Id => Node.Id;

    /// <summary>The name of the application's resource for this node: <c>slides</c>, <c>slides-dlq</c>.</summary>
    public ResourceName Name(string? part = null) => Context.NameOf(Id, part);

    /// <summary>One of the node's resources; the one without a part is what the node itself becomes, and what an import is about.</summary>
    public Resource Resource(string? part, string type, InputValue.Map inputs, ResourceOptions? options = null, string? comment = null) =>
        new(Name(part), new ProviderToken(type), inputs, (options ?? ResourceOptions.None) with { Import = part is null ? Context.ImportOf(Id) : null }, Id, part ?? "", comment);

    public long Whole(string parameter) => Value(parameter) is ParameterValue.Whole whole ? whole.Value : throw Missing(parameter);

    public string Text(string parameter) => Value(parameter) is ParameterValue.Text text ? text.Value : throw Missing(parameter);

    public bool Truth(string parameter) => Value(parameter) is ParameterValue.Truth truth ? truth.Value : throw Missing(parameter);

    /// <summary>A text parameter that lists words, sorted; none where the candidate has no such parameter.</summary>
    public EquatableArray<string> Words(string parameter) => Value(parameter) is ParameterValue.Text text
        ? text.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray()
        : EquatableArray<string>.Empty;

    private ParameterValue? Value(string parameter) =>
        Decision.Parameters.Items.FirstOrDefault(candidate => candidate.Name == parameter)?.Value;

    private InvalidOperationException Missing(string parameter) =>
        new(string.Format(CultureInfo.InvariantCulture, "The plan of {0} on {1} has no parameter {2} of the type that its lowering reads.", Id, Decision.Type, parameter));
}
