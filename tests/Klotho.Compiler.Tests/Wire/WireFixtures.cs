using System.Reflection;
using Klotho.Analysis.Wire;
using Klotho.Analysis.Wire.Extraction;
using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Wire;

/// <summary>Payload types both as the compiler sees them and as System.Text.Json does: one source, compiled and loaded.</summary>
public sealed class WireFixtures
{
    private readonly Compilation compilation;

    public WireFixtures()
        : this(Golden.Read("Wire", "", "Types.cs"))
    {
    }

    internal WireFixtures(string source)
    {
        compilation = App.Library("Payloads" + Guid.NewGuid().ToString("N"), source);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error)));
        Assembly = Assembly.Load(image.ToArray());
    }

    public Assembly Assembly { get; }

    /// <summary>Every closed type that stands for a payload: those of the source, and the types of the fields of <c>Roots</c>.</summary>
    public IEnumerable<(Type Clr, ITypeSymbol Symbol)> Payloads =>
        Assembly.ExportedTypes
            .Where(type => type is { IsGenericTypeDefinition: false } && !(type.IsAbstract && type.IsSealed) && !typeof(Attribute).IsAssignableFrom(type) && !type.Name.EndsWith("Converter", StringComparison.Ordinal))
            .Select(type => (type, SymbolOf(type)))
            .Concat(Closed)
            .OrderBy(each => each.Item1.ToString(), StringComparer.Ordinal);

    private IEnumerable<(Type, ITypeSymbol)> Closed =>
        Assembly.GetType("Payloads.Roots") is not { } roots ? [] : roots.GetFields().Select(root => (root.FieldType, ((IFieldSymbol)SymbolOf(roots).GetMembers(root.Name).Single()).Type));

    public static WireSchema Schema(ITypeSymbol type, WireOptions? options = null) => WireExtraction.OfResult(type, options ?? WireOptions.Web);

    public ITypeSymbol SymbolOf(Type type) =>
        compilation.GetTypeByMetadataName(type.FullName ?? "") ?? throw new InvalidOperationException($"The source has no {type}.");
}
