using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Facts;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>What two neighbours need, or why they can't be hosted like that: one line for each rule, by the names of the types.</summary>
public sealed class NeighbourRules
{
    private static readonly Wish Private = new(PrivateNetwork: true);

    [Theory]
    [InlineData("exec_unit/lambda", "kv/dynamodb", EdgeKind.Uses, "")]
    [InlineData("exec_unit/lambda in", "kv/dynamodb", EdgeKind.Uses, "endpoint:dynamodb")]
    [InlineData("exec_unit/lambda", "orm/rds_postgres", EdgeKind.Uses, "!private network")]
    [InlineData("exec_unit/lambda in", "orm/rds_postgres", EdgeKind.Uses, "")]
    [InlineData("exec_unit/lambda", "kv/redis", EdgeKind.Uses, "!private network")]
    [InlineData("exec_unit/lambda", "kv/postgres", EdgeKind.Uses, "!inside the cluster")]
    [InlineData("exec_unit/fargate", "kv/postgres", EdgeKind.Uses, "!inside the cluster")]
    [InlineData("exec_unit/kubernetes", "kv/postgres", EdgeKind.Uses, "")]
    [InlineData("exec_unit/kubernetes", "fs/s3", EdgeKind.Uses, "endpoint:s3")]
    [InlineData("exec_unit/fargate", "secret/secrets_manager", EdgeKind.Uses, "endpoint:secretsmanager")]
    [InlineData("exec_unit/fargate", "config/ssm", EdgeKind.Uses, "endpoint:ssm")]
    [InlineData("exec_unit/lambda", "pubsub/sns_sqs", EdgeKind.Publishes, "")]
    [InlineData("exec_unit/lambda in", "pubsub/sns_sqs", EdgeKind.Publishes, "endpoint:sns")]
    [InlineData("exec_unit/fargate", "pubsub/eventbridge", EdgeKind.Publishes, "endpoint:events")]
    [InlineData("pubsub/sns_sqs", "exec_unit/lambda in", EdgeKind.Delivers, "endpoint:sqs")]
    [InlineData("pubsub/sns_sqs", "exec_unit/fargate", EdgeKind.Delivers, "endpoint:sqs")]
    [InlineData("pubsub/rabbitmq", "exec_unit/lambda", EdgeKind.Delivers, "!inside the cluster")]
    [InlineData("exec_unit/lambda", "exec_unit/lambda", EdgeKind.Calls, "")]
    [InlineData("exec_unit/lambda in", "exec_unit/lambda", EdgeKind.Calls, "!outside")]
    [InlineData("exec_unit/lambda", "exec_unit/fargate", EdgeKind.Calls, "!their own type")]
    [InlineData("exec_unit/kubernetes", "exec_unit/fargate", EdgeKind.Calls, "!their own type")]
    [InlineData("exec_unit/fargate", "exec_unit/fargate", EdgeKind.Calls, "")]
    [InlineData("gateway/apigateway", "exec_unit/lambda", EdgeKind.HandledBy, "")]
    [InlineData("gateway/apigateway", "exec_unit/fargate", EdgeKind.HandledBy, "load_balancer:second")]
    [InlineData("gateway/apigateway", "exec_unit/kubernetes", EdgeKind.HandledBy, "!inside a cluster")]
    [InlineData("gateway/alb", "exec_unit/fargate", EdgeKind.HandledBy, "")]
    [InlineData("gateway/alb", "exec_unit/kubernetes", EdgeKind.HandledBy, "!outside of the cluster")]
    [InlineData("gateway/ingress", "exec_unit/kubernetes", EdgeKind.HandledBy, "")]
    [InlineData("gateway/ingress", "exec_unit/lambda", EdgeKind.HandledBy, "!units in its cluster")]
    [InlineData("gateway/ingress", "static_unit/web_server", EdgeKind.Exposes, "")]
    [InlineData("gateway/apigateway", "static_unit/web_server", EdgeKind.Exposes, "!through its ingress")]
    [InlineData("gateway/apigateway", "static_unit/cloudfront", EdgeKind.Exposes, "")]
    [InlineData("schedule/eventbridge_scheduler", "exec_unit/lambda", EdgeKind.Triggers, "")]
    [InlineData("schedule/eventbridge_scheduler", "exec_unit/fargate", EdgeKind.Triggers, "!cannot run a method")]
    [InlineData("schedule/cron_job", "exec_unit/kubernetes", EdgeKind.Triggers, "")]
    [InlineData("schedule/cron_job", "exec_unit/lambda", EdgeKind.Triggers, "!units in its cluster")]
    public void A_pair_needs_what_it_needs(string first, string second, EdgeKind kind, string expected)
    {
        var edge = new CapabilityEdge(Id(first, "first"), Id(second, "second"), kind, EquatableArray<OperationUse>.Empty);
        var graph = new CapabilityGraph(new("case"), new([Node(edge.From), Node(edge.To)]), new([edge]));
        var needs = NeighbourPair.Needs(Host(first, edge.From, edge, graph), Host(second, edge.To, edge, graph)).ToList();

        if (expected.StartsWith('!'))
        {
            Assert.Contains(needs, need => need.Facility is null && need.Reason.Contains(expected[1..], StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal(expected, string.Join(' ', needs.Select(need => $"{need.Facility}").Order(StringComparer.Ordinal)));
            Assert.All(needs, need => FacilityCatalogue.Find(need.Facility ?? default, FactTables.For(null)));
        }
    }

    [Fact]
    public void Pairs_are_the_ends_of_edges_and_gateways_with_units_behind_their_routes()
    {
        NodeId gateway = new(new("gateway"), "api"), route = new(new("route"), "GET /"), unit = new(new("exec_unit"), "main"), store = new(new("kv"), "slides");
        CapabilityEdge exposes = new(gateway, route, EdgeKind.Exposes, default), handled = new(route, unit, EdgeKind.HandledBy, default), uses = new(unit, store, EdgeKind.Uses, default);
        var graph = new CapabilityGraph(new("case"), new([Node(gateway), Node(route), Node(unit), Node(store)]), new([exposes, handled, uses]));

        Assert.Contains(new NeighbourPair(gateway, unit, handled), NeighbourPair.Of(graph));
        Assert.Contains(new NeighbourPair(unit, store, uses), NeighbourPair.Of(graph));
        Assert.DoesNotContain(NeighbourPair.Of(graph), pair => pair.First == route);
    }

    private static NodeId Id(string type, string name) => new(new(type.Split('/')[0]), name);

    private static PlainNode Node(NodeId id) => new(id, EquatableArray<SourceLocation>.Empty);

    /// <summary><c>in</c> asks for the variant inside the private network; a candidate's first one is meant otherwise.</summary>
    private static Neighbour Host(string type, NodeId id, CapabilityEdge edge, CapabilityGraph graph)
    {
        var inside = type.EndsWith(" in", StringComparison.Ordinal);
        var candidate = CatalogueFacts.Find(inside ? type[..^3] : type);
        var context = new VariantContext(Node(id), graph, Demand.Assumed, inside ? Private : Wish.None, EquatableArray<VariantParameter>.Empty, FactTables.For(null));
        var variants = candidate.Variants(context);
        return new(Node(id), candidate, (inside ? variants.First(variant => variant.Traits.Network == NetworkPlace.Private) : variants.First()).Profile, edge);
    }
}
