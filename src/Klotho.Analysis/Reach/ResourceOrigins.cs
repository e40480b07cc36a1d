using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Which variable an expression reads a resource from, and where a resource comes from out of nothing that is followed.</summary>
internal sealed class ResourceOrigins(SourceProgram program, ResourceTypes resources)
{
    /// <summary>The variable that an expression reads a resource from, if it is one.</summary>
    public Variable? HeldBy(IOperation operation) => operation switch
    {
        _ when !resources.Contains(operation.Type) => null,
        ILocalReferenceOperation local => new(local.Local),
        IParameterReferenceOperation parameter => new(parameter.Parameter),
        IFieldReferenceOperation field => new(field.Field),
        IPropertyReferenceOperation property => new(property.Property),
        IImplicitIndexerReferenceOperation { IndexerSymbol: { } indexer } => new(indexer),
        IUnaryOperation { OperatorMethod: { } method } => new(method),
        IBinaryOperation { OperatorMethod: { } method } => new(method),
        IConversionOperation { OperatorMethod: { } method } => new(method),
        IAwaitOperation { Syntax: AwaitExpressionSyntax syntax } when ResultOf(syntax) is { } result => new(result),
        IAwaitOperation { Operation: IInvocationOperation call } => Result(call, operation.Type),
        IAwaitOperation { Operation: IPropertyReferenceOperation property } => new(property.Property),
        IInvocationOperation call when ServiceResolution.Of(call) is { Service: { } service } resolution =>
            resolution.Key is { } key ? new(service, key) : new(service),
        IInvocationOperation call => Result(call, operation.Type),
        IObjectCreationOperation { Type: { } type } => new(type),
        IConversionOperation { Operand: { } operand } when ServiceResolution.Unconverted(operand) is IInvocationOperation call
            && ServiceResolution.Of(call) is { Service: { } service, Key: { } key }
            && !resources.Contains(operand.Type) => new(service, key),
        _ => null,
    };

    /// <summary>Notes the operations after which a resource can be at hand that nothing was seen to hand over.</summary>
    public void Read(IOperation operation, BodySummary summary)
    {
        switch (operation)
        {
            case IInvocationOperation call when ServiceResolution.Of(call) is { } resolution:
                Resolve(resolution, call, summary);
                break;
            case IConversionOperation { Type: { } type, Operand.Type: { } from } conversion
                when resources.IsResource(type) && IsNarrowing(conversion, from):
                if (ServiceResolution.Unconverted(conversion.Operand) is not IInvocationOperation source || ServiceResolution.Of(source) is not { Service: not null })
                {
                    summary.Origins.Add((new(type, Variable.AnyKey), "a cast", operation.Syntax.GetLocation()));
                }

                break;
            case IDeclarationPatternOperation { MatchedType: { } type, InputType: { } input } when resources.IsResource(type) && !resources.IsResource(input):
                summary.Origins.Add((new(type, Variable.AnyKey), "a pattern", operation.Syntax.GetLocation()));
                break;
            case IRecursivePatternOperation { NarrowedType: { } type, InputType: { } input } when resources.IsResource(type) && !resources.IsResource(input):
                summary.Origins.Add((new(type, Variable.AnyKey), "a pattern", operation.Syntax.GetLocation()));
                break;
        }
    }

    private void Resolve(ServiceResolution resolution, IInvocationOperation call, BodySummary summary)
    {
        if (resolution.Key is not { } key)
        {
            return;
        }

        // A type that is not known may be any resource's.
        var isGeneric = resolution.Service is null or ITypeParameterSymbol;
        if (isGeneric || (resources.IsResource(resolution.Service) && (key == Variable.AnyKey || resolution.IsMany)))
        {
            foreach (var type in isGeneric ? resources.All : resources.All.Where(each => SymbolEqualityComparer.Default.Equals(each, resolution.Service?.OriginalDefinition)))
            {
                summary.Origins.Add((new(type, key), $"'{call.TargetMethod.Name}'", call.Syntax.GetLocation()));
            }
        }
    }

    // What an awaiter of the source hands out.
    private IMethodSymbol? ResultOf(AwaitExpressionSyntax syntax) =>
        program.ModelOf(syntax).GetAwaitExpressionInfo(syntax).GetResultMethod is { } result && program.Declares(result) ? result : null;

    private bool IsNarrowing(IConversionOperation conversion, ITypeSymbol from) =>
        !resources.IsResource(from) && conversion.GetConversion() is { IsExplicit: true } && !conversion.Operand.ConstantValue.HasValue;

    // A compiled method gives nothing that we handed it and lost sight of; only a class that is annotated itself is known by its type.
    private Variable Result(IInvocationOperation call, ITypeSymbol? type) =>
        type is null || program.Declares(call.TargetMethod) ? new(call.TargetMethod) : new(type);
}
