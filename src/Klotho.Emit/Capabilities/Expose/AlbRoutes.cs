using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>
/// One rule a prefix. Rules match by regular expressions, because ASP.NET Core ignores the case of paths and a load balancer's
/// plain patterns do not.
/// </summary>
internal static class AlbRoutes
{
    private const string OwnEndpoints = "_klotho";
    private const string OwnEndpointsPart = "own-endpoints";
    private const int First = 1;
    private const int Last = 50_000;

    // A band for each depth: what is more exact comes first.
    private const int Band = 5_000;
    private const int Deepest = 8;

    public static IEnumerable<Resource> Resources(NodeLowering node, EquatableArray<RouteGroup> groups)
    {
        if (groups.Items.Any(group => group.IsEverything))
        {
            yield return Rule(node, OwnEndpointsPart, First, new RoutePrefix(OwnEndpoints, Open: true), AlbListeners.NotFound, "Klotho's own endpoints stay closed.");
        }

        foreach (var (group, priority) in Priorities(groups))
        {
            yield return Rule(node, group.Part, priority, group.Prefix, InputValue.Map.Of(
                new("type", "forward"),
                new("targetGroupArn", new InputValue.Reference(AlbTargets.Name(node, group.Unit), "arn"))), string.Join("; ", group.Routes));
        }
    }

    private static Resource Rule(NodeLowering node, string part, int priority, RoutePrefix prefix, InputValue.Map action, string comment) =>
        node.Resource(part, "aws:lb/listenerRule:ListenerRule", InputValue.Map.Of(
            new("listenerArn", AlbListeners.Arn(node)),
            new("priority", priority),
            new("conditions", InputValue.List.Of(InputValue.Map.Of(new InputValue.Entry("pathPattern", Pattern(prefix))))),
            new("actions", InputValue.List.Of(action))), comment: comment);

    private static InputValue.Map Pattern(RoutePrefix prefix) => PathExpression.Of(prefix) is { } expression
        ? InputValue.Map.Of(new InputValue.Entry("regexValues", InputValue.List.Of(expression)))
        : InputValue.Map.Of(new InputValue.Entry("values", InputValue.List.Of(prefix.Paths().Select(path => new InputValue.Text(path)))));

    /// <summary>
    /// A rule's priority follows from its own path, so that a new route moves no other rule: an update that swaps two priorities is
    /// refused while the other rule still has its old one.
    /// </summary>
    private static IEnumerable<(RouteGroup Group, int Priority)> Priorities(EquatableArray<RouteGroup> groups)
    {
        var taken = new HashSet<int>();
        foreach (var group in groups)
        {
            var depth = group.Prefix.Segments.Length == 0 ? 0 : Math.Min(Deepest, group.Prefix.Segments.Count(letter => letter == '/') + 1);
            var start = First + 1 + ((Deepest - depth) * Band);
            var offset = Offset(group.Prefix.Segments);
            while (!taken.Add(start + offset))
            {
                offset = (offset + 1) % Band;
            }

            yield return (group, group.IsEverything ? Last : start + offset);
        }
    }

    /// <summary>The same for the same path, on any machine (FNV-1a).</summary>
    private static int Offset(string path)
    {
        var hash = 2166136261;
        foreach (var letter in path)
        {
            hash = unchecked((hash ^ char.ToLowerInvariant(letter)) * 16777619);
        }

        return (int)(hash % Band);
    }
}
