using System.Collections.Immutable;
using Klotho.Analysis.Routes.Conventions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes;

/// <summary>One call of a method or a constructor of the source, which says what the method's parameters stand for.</summary>
internal sealed record CallSite(IMethodSymbol Method, ImmutableArray<IArgumentOperation> Arguments)
{
    public IOperation? Argument(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol owner && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, Method.OriginalDefinition)
            ? Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value
            : null;

    public string? Text(IParameterSymbol parameter) => RouteConstant.Of(Argument(parameter));
}
