using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Payloads;

/// <summary>Finds payloads that System.Text.Json refuses, or writes and cannot read.</summary>
internal static class PayloadChecks
{
    private const string Cancellation = "System.Threading.CancellationToken";

    /// <summary>One mistake a payload, where the annotation stands, or the method that sends it.</summary>
    public static IEnumerable<KlothoDiagnostic> Of(ImmutableArray<FoundAnnotation> uses, EquatableArray<CapabilityEdge> edges, WireOptions options)
    {
        // One store is used in hundreds of places.
        var known = new Dictionary<ITypeSymbol, (string Type, string Reason)>(SymbolEqualityComparer.IncludeNullability);
        return
            from payload in PayloadReading.Types(uses, edges)
            where !payload.Type.Is(Cancellation) && payload.Type.TypeKind != TypeKind.Error
            let mistake = MistakeIn(payload.Type)
            where mistake.Type is not null
            let at = payload.Declaration is { } declaration ? payload.Found.Symbol.LocationOf(declaration) : payload.Found.Symbol.TypeLocation
            select PayloadRules.NotReadBack.At(at, payload.Type.ToMessage(), mistake.Type, mistake.Reason);

        (string Type, string Reason) MistakeIn(ITypeSymbol type)
        {
            if (!known.TryGetValue(type, out var mistake))
            {
                known[type] = mistake = Mistakes(WireExtraction.OfPayload(type, options)).FirstOrDefault();
            }

            return mistake;
        }
    }

    private static IEnumerable<(string Type, string Reason)> Mistakes(WireSchema schema)
    {
        var values = schema.Types.Items.OfType<WireObject>().SelectMany(type => type.Properties.Items).Select(property => property.Value).Prepend(schema.Root);
        foreach (var shape in values.SelectMany(value => Shapes(value.Shape)))
        {
            // What the compiler does not know, it says itself.
            if (shape is WireUnsupported { Reason: not "is not known" } unsupported)
            {
                yield return (unsupported.Type, unsupported.Reason);
            }
        }

        foreach (var type in schema.Types.Items.OfType<WireObject>().Where(type => type.Polymorphism is null))
        {
            if (type.Unreadable is { } reason)
            {
                yield return (type.Name.Value, reason);
            }
        }
    }

    private static IEnumerable<WireShape> Shapes(WireShape shape) => shape switch
    {
        WireList list => Shapes(list.Element.Shape).Prepend(shape),
        WireMap map => Shapes(map.Element.Shape).Concat(Shapes(map.Key)).Prepend(shape),
        _ => [shape],
    };
}
