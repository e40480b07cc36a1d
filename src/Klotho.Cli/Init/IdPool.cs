using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Cli.Init;

/// <summary>Ids for new annotations: no two of an application are the same, whatever they name.</summary>
internal sealed class IdPool
{
    private readonly HashSet<string> taken;

    public IdPool(Compilation app) => taken = app.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>())
        .Select(attribute => attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression)
        .OfType<LiteralExpressionSyntax>()
        .Select(literal => literal.Token.ValueText)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The name, or where it is taken the name with an ending.</summary>
    public string Take(string name, string ending)
    {
        var id = new[] { name, $"{name}-{ending}" }
            .Concat(Enumerable.Range(2, taken.Count + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name}-{ending}-{number}")))
            .First(candidate => !taken.Contains(candidate));
        taken.Add(id);
        return id;
    }
}
