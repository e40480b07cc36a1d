using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Types of the source whose objects compiled code may make and bring along: what it returns, what it calls functions with, what it keeps.</summary>
internal sealed class HandedTypes(SourceProgram program)
{
    private readonly Dictionary<ISymbol, bool> compiled = new(SymbolEqualityComparer.Default);

    public void Read(IOperation operation, BodySummary summary)
    {
        // What queries, stores and options are of. Collections and tasks have what is put into them.
        if (operation.Type is INamedTypeSymbol { IsGenericType: true } type && IsCompiled(type) && !type.Is("Microsoft.Extensions.Logging.ILogger`1"))
        {
            Hand(type, operation, summary);
        }

        switch (operation)
        {
            case IInvocationOperation call when IsCompiled(call.TargetMethod):
                Hand(ServiceResolution.Of(call) is null ? call.TargetMethod.ReturnType : null, operation, summary);
                HandArguments(call.TargetMethod, call.Arguments, operation, summary);
                break;
            case IInvocationOperation call when program.Declares(call.TargetMethod):
                HandAll(call.TargetMethod.TypeArguments.Concat(call.TargetMethod.IsStatic ? call.TargetMethod.ContainingType.TypeArguments : []), operation, summary);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation when IsCompiled(constructor):
                HandArguments(constructor, creation.Arguments, operation, summary);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                HandAll(constructor.ContainingType.TypeArguments, operation, summary);
                break;
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member when IsCompiled(member.Member):
                Hand(operation.Type, operation, summary);
                break;
            case IMemberReferenceOperation { Member: { IsStatic: true, ContainingType: { } owner } }:
                HandAll(owner.TypeArguments, operation, summary);
                break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } changed } } assignment when IsCompiled(changed):
                HandParameters(assignment.HandlerValue, operation, summary);
                break;
            case IConversionOperation { Type: { TypeKind: not TypeKind.Delegate } } conversion when conversion.Parent?.Parent is not IInvocationOperation call || !IsOfAspNetCore(call.TargetMethod):
                HandParameters(conversion.Operand, operation, summary);
                break;
        }
    }

    private bool IsCompiled(ISymbol member) => member.ContainingType is { } type && IsCompiled(type);

    // Neither of the source nor one that only keeps what it is given.
    private bool IsCompiled(INamedTypeSymbol type) =>
        type is { TypeKind: not TypeKind.Delegate, IsAnonymousType: false, IsTupleType: false }
        && (compiled.TryGetValue(type.OriginalDefinition, out var known) ? known : compiled[type.OriginalDefinition] = !program.Declares(type) && !HolderTypes.Has(type));

    // Its handlers are roots.
    private static bool IsOfAspNetCore(IMethodSymbol method) => method.ContainingNamespace?.ToDisplayString() == "Microsoft.AspNetCore.Builder";

    // Functions that compiled code is given are called with what it has, and types with what it makes of them.
    private void HandArguments(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments, IOperation at, BodySummary summary)
    {
        foreach (var argument in arguments)
        {
            if (!IsOfAspNetCore(method))
            {
                HandParameters(argument.Value, at, summary);
            }

            if (ServiceResolution.Unconverted(argument.Value) is ITypeOfOperation type && !RegistrationReader.IsOfService(type))
            {
                Hand(type.TypeOperand, at, summary);
            }
        }
    }

    private void HandParameters(IOperation value, IOperation at, BodySummary summary)
    {
        if (ServiceResolution.Unconverted(value).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
        {
            HandAll(invoke.Parameters.Select(parameter => parameter.Type), at, summary);
        }
    }

    private void HandAll(IEnumerable<ITypeSymbol> types, IOperation at, BodySummary summary)
    {
        foreach (var type in types)
        {
            Hand(type, at, summary);
        }
    }

    private void Hand(ITypeSymbol? type, IOperation at, BodySummary summary)
    {
        if (type is IArrayTypeSymbol array)
        {
            Hand(array.ElementType, at, summary);
        }
        else if (type is INamedTypeSymbol { IsAnonymousType: false } named && Mentions(named))
        {
            summary.Handed.Add((named, at.Syntax.GetLocation()));
        }
    }

    private bool Mentions(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Mentions(array.ElementType),
        INamedTypeSymbol named => program.Declares(named) || named.TypeArguments.Any(Mentions),
        _ => false,
    };
}
