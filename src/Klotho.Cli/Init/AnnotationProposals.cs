using Klotho.Cli.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Cli.Init;

/// <summary>The annotations that the code asks for by what it is: databases, caches, services that run by themselves.</summary>
internal static class AnnotationProposals
{
    private const string Context = "Microsoft.EntityFrameworkCore.DbContext";
    private const string Cache = "Microsoft.Extensions.Caching.Distributed.IDistributedCache";
    private const string Hosted = "Microsoft.Extensions.Hosting.IHostedService";

    public static IEnumerable<TextInsertion> Of(Compilation app, IdPool ids, CancellationToken cancel)
    {
        // One cache for all who ask for one, as it is without an annotation.
        var cache = new Lazy<string>(() => ids.Take("cache", "store"));
        foreach (var tree in app.SyntaxTrees.Where(IsWritten))
        {
            var model = app.GetSemanticModel(tree);
            var found = tree.GetRoot(cancel).DescendantNodes().SelectMany(node => node switch
            {
                ClassDeclarationSyntax type when model.GetDeclaredSymbol(type, cancel) is INamedTypeSymbol { IsAbstract: false } symbol => OfClass(type, symbol, ids),
                ParameterSyntax parameter when IsInjected(parameter) && model.GetDeclaredSymbol(parameter, cancel) is IParameterSymbol symbol => OfParameter(parameter, symbol, cache),
                _ => [],
            }).ToList();
            foreach (var insertion in found.Count == 0 ? [] : SourceLines.Using(tree, app).Concat(found))
            {
                yield return insertion;
            }
        }
    }

    private static IEnumerable<TextInsertion> OfClass(ClassDeclarationSyntax type, INamedTypeSymbol symbol, IdPool ids)
    {
        if (symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "PersistAttribute" or "ExecUnitAttribute") || symbol.DeclaringSyntaxReferences[0].GetSyntax() != type)
        {
            yield break;
        }

        if (BaseTypes(symbol).Any(parent => parent.ToDisplayString() == Context))
        {
            yield return SourceLines.Above(type, $"[Persist(\"{ids.Take(Stem(symbol.Name, "DbContext", "Context"), "database")}\")]", $"[Persist] on {symbol.Name}: a DbContext is a relational database");
        }
        else if (symbol.AllInterfaces.Any(each => each.ToDisplayString() == Hosted))
        {
            yield return SourceLines.Above(type, $"[ExecUnit(\"{ids.Take(Stem(symbol.Name, "HostedService", "BackgroundService", "Service"), "unit")}\")]", $"[ExecUnit] on {symbol.Name}: a hosted service runs beside the requests");
        }
    }

    private static IEnumerable<TextInsertion> OfParameter(ParameterSyntax parameter, IParameterSymbol symbol, Lazy<string> cache) =>
        symbol.Type.ToDisplayString() == Cache && parameter.AttributeLists.Count == 0
            ? [new(parameter.SyntaxTree.FilePath, parameter.SpanStart, $"[Persist(\"{cache.Value}\")] ", "[Persist] on IDistributedCache: a cache")]
            : [];

    /// <summary>Whether dependency injection gives it: to a constructor, or to a handler that is written where it is mapped.</summary>
    private static bool IsInjected(ParameterSyntax parameter) => parameter.Parent?.Parent switch
    {
        ConstructorDeclarationSyntax or ClassDeclarationSyntax => true,
        ParenthesizedLambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var name } } } } =>
            name.StartsWith("Map", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary><c>ShopContext</c> is <c>shop</c>; a name that is nothing but the ending stays.</summary>
    private static string Stem(string name, params string[] endings)
    {
        var ending = endings.FirstOrDefault(each => name.EndsWith(each, StringComparison.Ordinal) && name.Length > each.Length);
        return AppNames.From(ending is null ? name : name[..^ending.Length]).Value;
    }

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }
    }

    /// <summary>Not what tools write below <c>obj</c>.</summary>
    private static bool IsWritten(SyntaxTree tree) => !tree.FilePath.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) && File.Exists(tree.FilePath);
}
