using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Payloads;

/// <summary>Gives each node the schemas of what goes through it.</summary>
public static class PayloadReading
{
    /// <summary>The nodes with their payloads. A call that no unit makes has none.</summary>
    public static EquatableArray<CapabilityNode> Attach(
        IEnumerable<CapabilityNode> nodes, EquatableArray<CapabilityEdge> edges, ImmutableArray<FoundAnnotation> uses, WireOptions options)
    {
        var operations = Operations(edges);
        var payloads = uses
            .OrderBy(found => found.Use.Decides ? 0 : 1)
            .SelectMany(found => found.Annotation.Payloads(found.Symbol).Where(payload => IsSent(payload, found, operations)).Select(payload => (found.Use.Node.Id, Payload: payload)))
            .ToLookup(each => each.Id, each => each.Payload);
        return nodes.Select(node => payloads[node.Id].ToList() is { Count: > 0 } found ? node with { Payloads = Read(found, options) } : node).ToEquatableArray();
    }

    /// <summary>The types that are written and read: arguments of calls each for itself, and only of calls that some unit makes.</summary>
    public static IEnumerable<(ITypeSymbol Type, FoundAnnotation Found, ISymbol? Declaration)> Types(ImmutableArray<FoundAnnotation> uses, EquatableArray<CapabilityEdge> edges)
    {
        var operations = Operations(edges);
        return uses.SelectMany(found => found.Annotation.Payloads(found.Symbol).Where(payload => IsSent(payload, found, operations))
            .SelectMany(payload => payload.Parameters.Select(parameter => parameter.Type).Append(payload.Type).OfType<ITypeSymbol>().Select(type => (type, found, payload.Declaration))));
    }

    private static ImmutableHashSet<(NodeId, string)> Operations(EquatableArray<CapabilityEdge> edges) =>
        edges.Items.SelectMany(edge => edge.Operations.Items.Select(operation => (edge.To, operation.Name))).ToImmutableHashSet();

    private static bool IsSent(PayloadType payload, FoundAnnotation found, ImmutableHashSet<(NodeId, string)> operations) =>
        payload.Operation is not { } operation || operations.Contains((found.Use.Node.Id, operation));

    private static EquatableArray<WirePayload> Read(IEnumerable<PayloadType> payloads, WireOptions options) =>
        payloads
            .GroupBy(payload => (payload.Role, payload.Name))
            .Select(same => Read(same.First(), options))
            .OrderBy(payload => payload.Name, StringComparer.Ordinal)
            .ThenBy(payload => payload.Role)
            .ToEquatableArray();

    private static WirePayload Read(PayloadType payload, WireOptions options) => payload.Role switch
    {
        WireRole.Request => new(payload.Role, payload.Name, Signature(payload), WireExtraction.OfArguments(new(payload.Name), payload.Parameters, options)),
        WireRole.Result or WireRole.Item => new(payload.Role, payload.Name, payload.Type?.ToMessage() ?? "void", payload.Type is { } result ? WireExtraction.OfResult(result, options) : WireSchema.Nothing),
        _ => new(payload.Role, payload.Name, payload.Type?.ToMessage() ?? "void", payload.Type is { } type ? WireExtraction.OfPayload(type, options) : WireSchema.Nothing),
    };

    private static string Signature(PayloadType payload) =>
        $"({string.Join(", ", payload.Parameters.Select(parameter => $"{parameter.Type.ToMessage()} {parameter.Name}"))})";
}
