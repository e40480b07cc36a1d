using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Sources;
using Klotho.Analysis.Wire;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Payloads;

/// <summary>Finds payloads that System.Text.Json refuses, writes and cannot read, or writes without an end.</summary>
internal static class PayloadChecks
{
    private const string Cancellation = "System.Threading.CancellationToken";

    /// <summary>One mistake a payload, where the annotation stands, or the method that sends it.</summary>
    public static IEnumerable<KlothoDiagnostic> Of(SourceProgram program, ImmutableArray<FoundAnnotation> uses, EquatableArray<CapabilityEdge> edges, WireOptions options, CancellationToken cancel)
    {
        // One store is used in hundreds of places.
        var known = new Dictionary<ITypeSymbol, Func<SourceLocation, KlothoDiagnostic>?>(SymbolEqualityComparer.IncludeNullability);
        var keepsReferences = new Lazy<bool>(() => ReferenceHandling.IsGiven(program, cancel));
        return
            from payload in PayloadReading.Types(uses, edges)
            where !payload.Type.Is(Cancellation) && payload.Type.TypeKind != TypeKind.Error
            let mistake = MistakeIn(payload.Type)
            where mistake is not null
            select mistake(payload.Declaration is { } declaration ? payload.Found.Symbol.LocationOf(declaration) : payload.Found.Symbol.TypeLocation);

        Func<SourceLocation, KlothoDiagnostic>? MistakeIn(ITypeSymbol type)
        {
            if (!known.TryGetValue(type, out var mistake))
            {
                known[type] = mistake = Unreadable(type, options) ?? (LeadsBack(type, options) is { } circle && !keepsReferences.Value ? circle : null);
            }

            return mistake;
        }
    }

    private static Func<SourceLocation, KlothoDiagnostic>? Unreadable(ITypeSymbol type, WireOptions options)
    {
        var (culprit, reason) = Mistakes(WireExtraction.OfPayload(type, options)).FirstOrDefault();
        return culprit is null ? null : at => PayloadRules.NotReadBack.At(at, type.ToMessage(), culprit, reason);
    }

    private static Func<SourceLocation, KlothoDiagnostic>? LeadsBack(ITypeSymbol type, WireOptions options)
    {
        return BackReferences.In(type, options).FirstOrDefault() is { } circle
            ? at => PayloadRules.LeadsBack.At(at, type.ToMessage(), circle.Back.Name, circle.Way[0].Name, circle.Types)
            : null;
    }

    /// <summary>What in a payload cannot be written or read, and why, as the end of a sentence about the type.</summary>
    internal static IEnumerable<(string Type, string Reason)> Mistakes(WireSchema schema)
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

            if (type.Properties.FirstOrDefault(property => IsEndless(property, type)) is { } endless)
            {
                yield return (type.Name.Value, $"always holds another one in '{endless.Member}', without an end");
            }
        }
    }

    /// <summary>What nobody gives an object and is never null, its code makes: one more object of the type whenever one is written.</summary>
    private static bool IsEndless(WireProperty property, WireObject type) =>
        property is { IsWritten: true, IsRead: false, Value: { MayBeNull: false, Shape: WireReference reference } } && reference.Type.Equals(type.Name);

    private static IEnumerable<WireShape> Shapes(WireShape shape) => shape switch
    {
        WireList list => Shapes(list.Element.Shape).Prepend(shape),
        WireMap map => Shapes(map.Element.Shape).Concat(Shapes(map.Key)).Prepend(shape),
        _ => [shape],
    };
}
