using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Planning.Locking.Json;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Locking;

/// <summary>The text of a lock file. The same lock gives the same bytes.</summary>
public static class LockWriter
{
    public static string Print(PlanLock plan) => JsonLayout.Print(Map(
    [
        new(LockKeys.VersionKey, new JsonTree.Number(LockKeys.Version.ToString(CultureInfo.InvariantCulture))),
        new(LockKeys.Digest, Text(Digest(plan))),
        .. Planned(plan),
        new(LockKeys.Accepted, new JsonTree.List(plan.Accepted.Items.Select(Accepted).ToEquatableArray())),
    ]));

    /// <summary>Tells two plans apart: the hash of all but what was accepted.</summary>
    public static string Digest(PlanLock plan) =>
        $"sha256:{Hash(Map(Planned(plan)))}";

    /// <summary>Tells schemas apart, in hexadecimal digits.</summary>
    public static string Digest(IEnumerable<LockedSchema> schemas) => Hash(Map(Schemas(schemas)));

    private static string Hash(JsonTree tree) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonLayout.Print(tree))));

    private static IEnumerable<JsonMember> Schemas(IEnumerable<LockedSchema> schemas) =>
        schemas.Select(schema => new JsonMember(schema.Key, SchemaTree.Of(schema.Schema)));

    private static IEnumerable<JsonMember> Planned(PlanLock plan) =>
    [
        new(LockKeys.App, Text(plan.App)),
        .. plan.Project == plan.App ? Enumerable.Empty<JsonMember>() : [new(LockKeys.Project, Text(plan.Project))],
        new(LockKeys.Provider, Text(plan.Provider)),
        .. plan.Region.Length == 0 ? Enumerable.Empty<JsonMember>() : [new(LockKeys.Region, Text(plan.Region))],
        new(LockKeys.Cost, Map(
        [
            new(LockKeys.Low, Usd(plan.Cost.Low)),
            new(LockKeys.Expected, Usd(plan.Cost.Expected)),
            new(LockKeys.High, Usd(plan.Cost.High)),
        ])),
        new(LockKeys.Facilities, Map(plan.Facilities.Items.Select(facility => new JsonMember(facility.Id.Name, Usd(facility.Monthly))))),
        new(LockKeys.Nodes, Map(plan.Capabilities.Items.Select(capability => Node(capability, plan.Find(capability.Id))))),
        new(LockKeys.Routes, Map(plan.Routes.Items.Select(Route))),
        new(LockKeys.Edges, Map(plan.Edges.Items.Select(edge => new JsonMember(
            $"{edge.From} {LockedWord.Of(edge.Kind)} {edge.To}", new JsonTree.List(edge.Operations.Items.Select(Text).ToEquatableArray()))))),
        new(LockKeys.Schemas, Map(Schemas(plan.Schemas.Items))),
    ];

    private static JsonMember Node(LockedCapability capability, LockedNode? hosted) => new(capability.Id.ToString(), Map(
    [
        .. hosted is null ? Enumerable.Empty<JsonMember>() : Host(hosted),
        .. capability.Facts.Count == 0 ? Enumerable.Empty<JsonMember>()
            : [new(LockKeys.Facts, Map(capability.Facts.Items.Select(fact => new JsonMember(fact.Name, Text(fact.Value)))))],
    ]));

    private static IEnumerable<JsonMember> Host(LockedNode node) =>
    [
        new(LockKeys.Type, Text(node.Type.Name)),
        new(LockKeys.Name, Text(node.Name)),
        .. node.Stateful ? [new(LockKeys.Stateful, new JsonTree.Truth(true))] : Enumerable.Empty<JsonMember>(),
        .. node.Parameters.Count == 0 ? Enumerable.Empty<JsonMember>()
            : [new(LockKeys.Parameters, Map(node.Parameters.Items.Select(parameter => new JsonMember(parameter.Name, Value(parameter.Value)))))],
        .. node.Permanent.Count == 0 ? Enumerable.Empty<JsonMember>() : [new(LockKeys.Permanent, new JsonTree.List(node.Permanent.Items.Select(Text).ToEquatableArray()))],
        new(LockKeys.Monthly, Usd(node.Monthly)),
    ];

    private static JsonMember Route(LockedRoute route) => new(route.Id.Name, Map(
    [
        .. route.Unit is { } unit ? [new(LockKeys.Unit, Text(unit.Name))] : Enumerable.Empty<JsonMember>(),
        .. route.Gateways.Count == 0 ? Enumerable.Empty<JsonMember>()
            : [new(LockKeys.Gateways, new JsonTree.List(route.Gateways.Items.Select(gateway => Text(gateway.Name)).ToEquatableArray()))],
        .. route.Demands.Count == 0 ? Enumerable.Empty<JsonMember>() : [new(LockKeys.Demands, new JsonTree.List(route.Demands.Items.Select(Text).ToEquatableArray()))],
    ]));

    private static JsonTree Accepted(AcceptedChange accepted) => Map(
    [
        new(LockKeys.Change, Text(accepted.Change.Value)),
        new(LockKeys.Reason, Text(accepted.Reason)),
        .. accepted.Applied ? [new(LockKeys.Applied, new JsonTree.Truth(true))] : Enumerable.Empty<JsonMember>(),
    ]);

    private static JsonTree Value(ParameterValue value) => value switch
    {
        ParameterValue.Whole whole => new JsonTree.Number(whole.ToString()),
        ParameterValue.Truth truth => new JsonTree.Truth(truth.Value),
        _ => Text(value.ToString() ?? ""),
    };

    private static JsonTree.Map Map(IEnumerable<JsonMember> members) => new(members.ToEquatableArray());

    private static JsonTree Text(string text) => new JsonTree.Text(text);

    private static JsonTree.Number Usd(Money money) => new(money.Usd.ToString("0.######", CultureInfo.InvariantCulture));
}
