using Klotho.Analysis.Capabilities.Persist.Blob;
using Klotho.Analysis.Capabilities.Persist.Cache;
using Klotho.Analysis.Capabilities.Persist.KeyValue;
using Klotho.Analysis.Capabilities.Persist.Orm;
using Klotho.Analysis.Capabilities.Persist.Secret;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// What a unit's code uses, as its image says it: a process of the image checks at its start that its host binds all of that. Image and
/// host are of one compilation, unless somebody has changed or rolled back one of them.
/// </summary>
internal static class UnitUses
{
    // Configuration values may have others in the application's own settings, and what a capability of somebody else's binds it knows.
    private static readonly NodeKind[] Persisted = [KeyValueNode.Kind, BlobNode.Kind, OrmNode.Kind, CacheNode.Kind, SecretNode.Kind];

    private const string Token = "UnitToken";

    /// <summary>The sections and ids of the settings that bind it, sorted: <c>Persist:images</c>.</summary>
    /// <param name="node">The unit.</param>
    /// <param name="needsToken">Whether its host gives it the units' token.</param>
    public static EquatableArray<string> Of(NodeLowering node, bool needsToken) =>
        node.Context.Graph.From(node.Id).Select(edge => (Section: SectionOf(edge), Id: edge.To.Name))
            .Concat(node.Context.Graph.To(node.Id).Where(edge => edge.Kind == EdgeKind.Delivers).Select(edge => (Section: (string?)"Subscriptions", Id: edge.From.Name)))
            .Where(use => use.Section is not null)
            .Select(use => $"{use.Section}:{use.Id}")
            .Concat(needsToken ? [Token] : [])
            .Distinct().Order(StringComparer.Ordinal).ToEquatableArray();

    private static string? SectionOf(CapabilityEdge edge) => edge.Kind switch
    {
        EdgeKind.Publishes => "PubSub",
        EdgeKind.Calls when edge.To != edge.From => "ExecUnit",
        EdgeKind.Uses when Persisted.Contains(edge.To.Kind) => "Persist",
        _ => null,
    };
}
