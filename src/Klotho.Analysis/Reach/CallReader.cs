using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Reads what an operation calls and which types it brings alive.</summary>
internal sealed class CallReader(SourceProgram program)
{
    private readonly HiddenCalls hidden = new(program);
    private readonly GenericCode generics = new(program);
    private readonly HandedTypes handed = new(program);
    private readonly RegistrationReader registrations = new(program);
    private readonly Untrimmable untrimmable = new();

    public void ReadFactory(IOperation operation, BodySummary summary) => registrations.ReadFactory(operation, summary);

    public void Read(IOperation operation, BodySummary summary)
    {
        var at = operation.Syntax.GetLocation();
        foreach (var method in hidden.Of(operation))
        {
            Call(method, at, summary);
        }

        switch (operation)
        {
            case IInvocationOperation call:
                Call(call.TargetMethod, at, summary);
                Arguments(call.TargetMethod, at, summary);
                registrations.Read(call, summary);
                Reflection.Read(call, summary);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                RegistrationReader.Register(constructor, creation.Arguments, creation.Syntax, summary);
                Call(constructor, at, summary);
                Make(constructor.ContainingType, at, summary);
                CreateAll(constructor.ContainingType.TypeArguments, at, summary);
                break;
            case IMethodReferenceOperation group:
                registrations.ReadGroup(group, summary);
                Call(group.Method, at, summary);
                Arguments(group.Method, at, summary);
                break;
            case IPropertyReferenceOperation property when program.Declares(property.Property):
                Call(property.Property.GetMethod, at, summary);
                Call(property.Property.SetMethod, at, summary);
                break;
            case ITypeOfOperation { TypeOperand: INamedTypeSymbol type } named when type.TypeKind != TypeKind.Interface || !RegistrationReader.IsOfService(named):
                Create(type, at, summary);
                break;
            default:
                ReadOperator(operation, at, summary);
                break;
        }

        handed.Read(operation, summary);
        ReadHabits(operation, at, summary);
    }

    /// <summary>What is no call and yet matters to whoever runs the body.</summary>
    private void ReadHabits(IOperation operation, Location at, BodySummary summary)
    {
        if (Blocking.Of(operation) is { } what)
        {
            summary.Blocks.Add((what, at));
        }

        if (operation is IMemberReferenceOperation { Member: { IsStatic: true } member })
        {
            Static(member, at, summary);
        }

        if (StaticState.Of(operation, program) is { } use)
        {
            summary.StaticUses.Add(use);
        }
    }

    private void ReadOperator(IOperation operation, Location at, BodySummary summary)
    {
        switch (operation)
        {
            case IBinaryOperation binary:
                Call(binary.OperatorMethod, at, summary);
                break;
            case IUnaryOperation unary:
                Call(unary.OperatorMethod, at, summary);
                break;
            case IConversionOperation conversion:
                Call(conversion.OperatorMethod, at, summary);
                Box(conversion, at, summary);
                break;
            case IDefaultValueOperation { Type: INamedTypeSymbol { TypeKind: TypeKind.Struct } type }:
                Make(type, at, summary);
                break;
            case IDynamicInvocationOperation or IDynamicIndexerAccessOperation:
                summary.Reflections.Add(("dynamic", at));
                break;
        }
    }

    // A struct needs no constructor to come alive: a default value that is boxed has all its interfaces.
    private void Box(IConversionOperation conversion, Location at, BodySummary summary)
    {
        if (conversion.Operand.Type is INamedTypeSymbol { TypeKind: TypeKind.Struct } type && conversion.Type?.IsReferenceType == true)
        {
            Make(type, at, summary);
        }
    }

    private void Arguments(IMethodSymbol method, Location at, BodySummary summary)
    {
        if (method.IsStatic)
        {
            Static(method, at, summary);
        }

        if (program.Declares(method))
        {
            CreateAll(method.TypeArguments, at, summary);
        }
    }

    private void Static(ISymbol member, Location at, BodySummary summary)
    {
        if (member.ContainingType is { } type && program.Declares(type))
        {
            generics.Read(type, summary);
            summary.Statics.Add((type.OriginalDefinition, at));
        }
    }

    private void CreateAll(IEnumerable<ITypeSymbol> types, Location at, BodySummary summary)
    {
        // A class of another unit stays there: its name as a type argument is no use of it.
        foreach (var type in types.OfType<INamedTypeSymbol>().Where(type => UnitMembership.AnnotatedUnitOf(type) is null))
        {
            Create(type, at, summary);
        }
    }

    private void Call(IMethodSymbol? method, Location at, BodySummary summary)
    {
        // The accessors of most events are not written by anybody.
        if (method is not null && (program.Declares(method) || (method.AssociatedSymbol is IEventSymbol changed && program.Declares(changed))))
        {
            summary.Calls.Add(((method.ReducedFrom ?? method).OriginalDefinition, at));
            generics.Read(method, summary);
        }
        else if (method is not null && summary.CallsLibrary is null && Libraries.Has(method))
        {
            summary.CallsLibrary = at;
        }

        if (method is not null && !program.Declares(method) && untrimmable.OnlyNative(method) is { } native)
        {
            summary.Untrimmable.Add((method, native, at));
        }

        if (method is not null && AwsRequests.Action(method) is { } action)
        {
            summary.AwsRequests.Add((method, action, at));
        }
    }

    private void Make(INamedTypeSymbol type, Location at, BodySummary summary)
    {
        if (program.Declares(type))
        {
            summary.Made.Add((type.OriginalDefinition, at));
            generics.Read(type, summary);
        }
    }

    private void Create(INamedTypeSymbol type, Location at, BodySummary summary)
    {
        if (program.Declares(type))
        {
            summary.Created.Add((type.OriginalDefinition, at));
        }
    }
}
