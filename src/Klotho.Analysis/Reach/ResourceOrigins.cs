using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Which variable an expression reads a resource from, and where a resource comes from out of nothing that is followed.</summary>
internal sealed class ResourceOrigins(SourceProgram program, ResourceTypes resources)
{
    /// <summary>Whether a collection in brackets keeps what stands in it and does nothing else.</summary>
    public static bool IsPlain(ICollectionExpressionOperation collection, ResourceTypes resources) =>
        resources.Contains(collection.Type) && (collection.ConstructMethod is not { } made || made.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>The variable that an expression reads a resource from, if it is one.</summary>
    public Variable? HeldBy(IOperation operation, ResourceFlows flows) => operation switch
    {
        _ when !resources.Contains(operation.Type) => null,
        ILocalReferenceOperation local => new(local.Local),
        IParameterReferenceOperation parameter => new(parameter.Parameter),
        IMemberReferenceOperation or IImplicitIndexerReferenceOperation or IArrayElementReferenceOperation => Member(operation, flows),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } implied => Surroundings.ReceiverOf(implied) is { } receiver ? HeldBy(receiver, flows) : null,
        IUnaryOperation { OperatorMethod: { } method } => new(method),
        IBinaryOperation { OperatorMethod: { } method } => new(method),
        IConversionOperation { OperatorMethod: { } method } when program.Declares(method) => new(method),
        IAwaitOperation { Syntax: AwaitExpressionSyntax syntax } when ResultOf(syntax) is { } result => new(result),
        IAwaitOperation when Surroundings.OwnAwaiter(operation, program) is { } awaiter => new(awaiter),
        IInvocationOperation call when ServiceResolution.Of(call) is { Service: { } service } resolution && !resources.IsShared(service) =>
            resolution.Key is { } key ? new(service, key) : new(service),
        IInvocationOperation or IObjectCreationOperation => Made(operation, flows),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => flows.Sites.Of(lambda),
        ICollectionExpressionOperation collection => IsPlain(collection, resources) ? flows.Sites.Of(operation) : null,
        IDelegateCreationOperation { Target: IMethodReferenceOperation } or IArrayCreationOperation or IAnonymousObjectCreationOperation or IBinaryOperation => flows.Sites.Of(operation),
        ITupleOperation tuple => Surroundings.IsDeconstructionTarget(tuple) ? null : flows.Sites.Of(operation),
        IWithOperation { Type: { IsAnonymousType: true } or { IsTupleType: true } } => flows.Sites.Of(operation),
        IConversionOperation { Operand: { } operand } when ServiceResolution.Unconverted(operand) is IInvocationOperation call
            && ServiceResolution.Of(call) is { Service: { } service, Key: { } key }
            && !resources.Contains(operand.Type) && !resources.IsShared(service) => new(service, key),
        _ => null,
    };

    /// <summary>Whether an expression may share what it keeps with code that is not followed: what goes in there is lost.</summary>
    public bool IsOfUnknown(IOperation operation) => resources.IsShared(operation.Type) && !operation.ConstantValue.HasValue && operation switch
    {
        IConversionOperation conversion => !resources.Contains(conversion.Operand.Type) && !conversion.Operand.ConstantValue.HasValue,
        IAwaitOperation awaited => !resources.Contains(awaited.Operation.Type),
        IConditionalOperation or ICoalesceOperation or IParenthesizedOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation => false,
        ISwitchExpressionOperation or ISwitchExpressionArmOperation or IDeclarationExpressionOperation or ITranslatedQueryOperation => false,
        ISimpleAssignmentOperation or ICompoundAssignmentOperation or ICoalesceAssignmentOperation or IDeconstructionAssignmentOperation => false,
        IDefaultValueOperation or ILiteralOperation or IDiscardOperation or IThrowOperation or ITypeParameterObjectCreationOperation => false,
        IObjectOrCollectionInitializerOperation or IMemberInitializerOperation or IArrayInitializerOperation or IPatternOperation or ITupleOperation => false,
        IInstanceReferenceOperation => false,
        _ => true,
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
                when resources.Contains(type) && IsNarrowing(conversion, from):
                if (ServiceResolution.Unconverted(conversion.Operand) is not IInvocationOperation source || ServiceResolution.Of(source) is not { Service: not null })
                {
                    Unknown(type, "a cast", operation, summary);
                }

                break;
            case IDeclarationPatternOperation { MatchedType: { } type, InputType: { } input } pattern when resources.Contains(type) && !resources.Contains(input):
                Unknown(type, "a pattern", operation, summary);
                Share(pattern.DeclaredSymbol, operation, summary);
                break;
            case IRecursivePatternOperation { NarrowedType: { } type, InputType: { } input } pattern when resources.Contains(type) && !resources.Contains(input):
                Unknown(type, "a pattern", operation, summary);
                Share(pattern.DeclaredSymbol, operation, summary);
                break;
            case ITypePatternOperation { MatchedType: { } type, InputType: { } input, Parent: IBinaryPatternOperation } when resources.Contains(type) && !resources.Contains(input):
                Unknown(type, "a pattern", operation, summary);
                break;
            case IInvocationOperation call when IsCast(call):
                call.TargetMethod.Parameters.Where(parameter => parameter.RefKind == RefKind.Out).Select(parameter => parameter.Type).Append(call.TargetMethod.ReturnType)
                    .Where(resources.Contains).ToList().ForEach(type => Unknown(type, $"'{call.TargetMethod.Name}'", call, summary));
                break;
            case IForEachLoopOperation { Syntax: ForEachStatementSyntax syntax } loop when loop.Locals.FirstOrDefault()?.Type is { } type && resources.Contains(type):
                if (program.ModelOf(syntax).GetForEachStatementInfo(syntax).ElementType is { } element && !resources.Contains(element))
                {
                    Unknown(type, "a loop", loop, summary);
                }

                break;
        }
    }

    // What a library takes as an object and gives as something else may be anything that is in reach of reflection.
    private bool IsCast(IInvocationOperation call) =>
        call.TargetMethod is { TypeArguments.Length: > 0 } method && !program.Declares(method)
        && call.Arguments.Any(argument => argument.Parameter is { } parameter && HolderTypes.IsAnything(parameter.OriginalDefinition.Type) && !resources.Contains(ServiceResolution.Unconverted(argument.Value).Type));

    private void Unknown(ITypeSymbol type, string from, IOperation at, BodySummary summary) =>
        summary.Origins.AddRange(resources.HeldIn(type).Select(each => (new Variable(each, Variable.AnyKey), from, at.Syntax.GetLocation())));

    // A holder that was somewhere else before: what is put into it may be found there.
    private void Share(ISymbol? variable, IOperation at, BodySummary summary)
    {
        if (variable is ILocalSymbol { Type: var type } && resources.IsShared(type))
        {
            summary.Escapes.Add((new(variable), $"'{variable.Name}'", at.Syntax.GetLocation()));
        }
    }

    private void Resolve(ServiceResolution resolution, IInvocationOperation call, BodySummary summary)
    {
        if (resolution.Key is not { } key)
        {
            return;
        }

        // A type that is not known may be any resource's.
        IEnumerable<ITypeSymbol> types = resolution.Service switch
        {
            null => resources.All,
            ITypeParameterSymbol parameter => [parameter],
            { } service when resources.IsResource(service) && (key == Variable.AnyKey || resolution.IsMany) => [service],
            _ => [],
        };
        summary.Origins.AddRange(types.Select(type => (new Variable(type, key), $"'{call.TargetMethod.Name}'", call.Syntax.GetLocation())));
    }

    // What an awaiter of the source hands out.
    private IMethodSymbol? ResultOf(AwaitExpressionSyntax syntax) =>
        program.ModelOf(syntax).GetAwaitExpressionInfo(syntax).GetResultMethod is { } result && program.Declares(result) ? result : null;

    private bool IsNarrowing(IConversionOperation conversion, ITypeSymbol from) =>
        !resources.Contains(from) && (from.TypeKind == TypeKind.Dynamic || conversion.GetConversion() is { IsExplicit: true }) && !conversion.Operand.ConstantValue.HasValue;

    private Variable? Member(IOperation operation, ResourceFlows flows) => operation switch
    {
        _ when flows.IsPlain(operation) => flows.Sites.Of(operation),
        IImplicitIndexerReferenceOperation { IndexerSymbol: { } indexer } when program.Declares(indexer) => new(indexer),
        IMemberReferenceOperation { Member: { } member } when flows.IsOwn(member) => new(member),
        _ => Compiled(operation),
    };

    private Variable? Made(IOperation operation, ResourceFlows flows) => operation switch
    {
        _ when flows.IsPlain(operation) => flows.Sites.Of(operation),
        IInvocationOperation { TargetMethod: { } method } when program.Declares(method) => new(method),
        _ => Compiled(operation),
    };

    // What is compiled gives nothing that we handed it and lost sight of; only a class that is annotated itself is known by its type.
    private Variable? Compiled(IOperation operation) => operation.Type is { } type && resources.IsResource(type) ? new(type) : null;
}
