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
        var operations = edges.Items.SelectMany(edge => edge.Operations.Items.Select(operation => (edge.To, operation.Name))).ToImmutableHashSet();
        var payloads = uses
            .OrderBy(found => found.Use.Decides ? 0 : 1)
            .SelectMany(found => found.Annotation.Payloads(found.Symbol).Select(payload => (found.Use.Node.Id, Payload: payload)))
            .Where(each => each.Payload.Operation is not { } operation || operations.Contains((each.Id, operation)))
            .ToLookup(each => each.Id, each => each.Payload);
        return nodes.Select(node => payloads[node.Id].ToList() is { Count: > 0 } found ? node with { Payloads = Read(found, options) } : node).ToEquatableArray();
    }

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
        WireRole.Result => new(payload.Role, payload.Name, payload.Type?.ToMessage() ?? "void", payload.Type is { } result ? WireExtraction.OfResult(result, options) : WireSchema.Nothing),
        _ => new(payload.Role, payload.Name, payload.Type?.ToMessage() ?? "void", payload.Type is { } type ? WireExtraction.OfPayload(type, options) : WireSchema.Nothing),
    };

    private static string Signature(PayloadType payload) =>
        $"({string.Join(", ", payload.Parameters.Select(parameter => $"{parameter.Type.ToMessage()} {parameter.Name}"))})";
}
