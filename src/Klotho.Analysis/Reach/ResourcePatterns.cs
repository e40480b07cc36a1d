using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>What patterns name of the values that they are matched with.</summary>
internal sealed class ResourcePatterns(ResourceTypes resources, ResourceFlows flows)
{
    public void Match(IPatternOperation pattern, Variable what)
    {
        foreach (var each in pattern.DescendantsAndSelf())
        {
            var (symbol, input) = each switch
            {
                IDeclarationPatternOperation declaration => (declaration.DeclaredSymbol, declaration.InputType),
                IRecursivePatternOperation recursive => (recursive.DeclaredSymbol, recursive.InputType),
                IListPatternOperation list => (list.DeclaredSymbol, list.InputType),
                _ => (null, null),
            };
            if (symbol is ILocalSymbol followed && resources.Contains(followed.Type))
            {
                flows.To(what, followed, input);
            }
            else if (symbol is ILocalSymbol local && (resources.CanHide(local.Type) || !resources.IsShared(pattern.InputType)))
            {
                flows.Escape(what, $"'{local.Name}'", pattern);
            }

            // A member of a resource is an operation on it.
            if (each is IPropertySubpatternOperation { Member: IMemberReferenceOperation { Instance.Type: { } owner } } && resources.IsResource(owner))
            {
                flows.Escape(what, "a pattern", pattern);
            }
        }
    }

    /// <summary>What a parameter hands out or an indexer gives is matched.</summary>
    public void Match(ISymbol from, IPatternOperation pattern)
    {
        if (resources.Contains((from as IParameterSymbol)?.Type ?? (from as IPropertySymbol)?.Type))
        {
            Match(pattern, from is IParameterSymbol parameter ? ResourceFlows.Source(parameter) : new Variable(from));
        }
    }
}
