using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Where values go, noted in a body's summary. What variables share goes both ways: a list that is in two variables has what is put in through either.
/// </summary>
internal sealed class ResourceFlows(SourceProgram program, ResourceTypes resources, BodySummary summary, IMethodSymbol body, ResourceSites sites)
{
    public ResourceSites Sites => sites;

    /// <summary>A value goes into a variable.</summary>
    public void To(Variable what, Variable to, ITypeSymbol? type)
    {
        summary.Flows.Add((what, to));
        if (resources.IsShared(type))
        {
            summary.Flows.Add((to, what));
        }
    }

    public void To(Variable what, ISymbol to, ITypeSymbol? type) => To(what, new Variable(to), type);

    /// <summary>A value is kept by what an expression makes, or by what it is called on.</summary>
    public void Merge(Variable what, IOperation value, IOperation site) => To(what, sites.Of(site), value.Type);

    public void Both(Variable one, Variable other)
    {
        summary.Flows.Add((one, other));
        summary.Flows.Add((other, one));
    }

    public void Escape(Variable what, string into, IOperation at) => summary.Escapes.Add((what, into, at.Syntax.GetLocation()));

    public void Operate(Variable what, string operation, IOperation at) => summary.Operations.Add((what, operation, at.Syntax.GetLocation()));

    /// <summary>A value goes into a parameter of whichever body a call ends in.</summary>
    public void Hand(Variable what, IMethodSymbol method, int parameter, IOperation at, ITypeSymbol? type)
    {
        if (program.Declares(method))
        {
            var callee = method.OriginalDefinition;
            To(what, callee.Parameters[parameter], type);
            summary.Arguments.Add((what, callee, parameter, at.Syntax.GetLocation()));
            if (resources.IsShared(type))
            {
                summary.Outs.Add((what, callee, parameter));
            }
        }
    }

    /// <summary>What the parameter of whichever body is called hands out goes into a variable.</summary>
    public void TakeOut(Variable what, IParameterSymbol parameter)
    {
        summary.Flows.Add((Source(parameter), what));
        if (parameter.ContainingSymbol is IMethodSymbol method)
        {
            summary.Outs.Add((what, method.OriginalDefinition, parameter.Ordinal));
        }
    }

    // The compiler writes the Deconstruct of a record: it hands out the property of the same name.
    public static Variable Source(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { Name: "Deconstruct", IsImplicitlyDeclared: true, ContainingType: { } type }
            && type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
            ? new(property)
            : new(parameter);

    /// <summary>True where the value of the assignment may be used further.</summary>
    public bool Assign(IOperation target, Variable what, IOperation value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                To(what, local.Local, value.Type);
                return true;
            case IParameterReferenceOperation parameter:
                To(what, parameter.Parameter, value.Type);
                return true;
            case IMemberReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation when IsPlain(target):
                Merge(what, value, target);
                return true;
            case IFieldReferenceOperation field when IsOwn(field.Field):
                To(what, field.Field, value.Type);
                return true;
            case IPropertyReferenceOperation property when IsOwn(property.Property):
                Set(property, what, value);
                return true;
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local }:
                To(what, local.Local, value.Type);
                return true;
            case IEventReferenceOperation changed when program.Declares(changed.Event):
                To(what, changed.Event, value.Type);
                return true;
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } method } when program.Declares(method):
                To(what, method, value.Type);
                return true;
            case IDiscardOperation:
                return true;
            default:
                Escape(what, Surroundings.Describe(target), value);
                return false;
        }
    }

    /// <summary>Whether the member is of the source, the fields that the compiler adds to it among them.</summary>
    public bool IsOwn(ISymbol member) => program.Declares(member) || (member.ContainingType is { } type && program.Declares(type));

    /// <summary>Whether the member is one of a holder, called on what is followed.</summary>
    public bool IsPlain(IOperation use) => use switch
    {
        IArrayElementReferenceOperation => true,
        IImplicitIndexerReferenceOperation indexer => resources.Contains(indexer.Instance.Type) && resources.IsPlain(indexer.IndexerSymbol),
        IMemberReferenceOperation member => (member.Instance is null || resources.Contains(member.Instance.Type)) && resources.IsPlain(member.Member),
        IInvocationOperation call => (call.Instance is null || resources.Contains(call.Instance.Type)) && resources.IsPlain(call.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor } => resources.Contains(constructor.ContainingType) && resources.IsPlain(constructor),
        _ => false,
    };

    /// <summary>What a function gives back.</summary>
    public void Return(IOperation value, Variable what, IOperation root)
    {
        for (var current = value.Parent; current is not null && (current.Kind != root.Kind || current.Syntax != root.Syntax); current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation lambda)
            {
                To(what, sites.Of(lambda), value.Type);
                return;
            }

            if (current is ILocalFunctionOperation local)
            {
                To(what, local.Symbol, value.Type);
                return;
            }
        }

        ISymbol result = body.AssociatedSymbol is IPropertySymbol property ? property : body;
        To(what, result, value.Type);
        if (body.ReturnsByRef)
        {
            summary.Flows.Add((new(result), what));
        }

        if (body.MethodKind == MethodKind.AnonymousFunction)
        {
            Escape(what, "what a lambda returns", value);
        }
        else if (IsCalledByFramework(result))
        {
            Escape(what, "what the framework is given", value);
        }
    }

    private void Set(IPropertyReferenceOperation property, Variable what, IOperation value)
    {
        To(what, property.Property, value.Type);
        if (property.Property.SetMethod is { } setter)
        {
            To(what, setter.Parameters[setter.Parameters.Length - 1], value.Type);
        }

        if (IsCalledByFramework(property.Property))
        {
            Escape(what, "what the framework is given", value);
        }
    }

    // Whoever calls through an interface that is not of the source has the result where it is not followed.
    private bool IsCalledByFramework(ISymbol member) =>
        (member as IMethodSymbol)?.OverriddenMethod is { } overridden && !program.Declares(overridden)
        || (member as IPropertySymbol)?.OverriddenProperty is { } property && !program.Declares(property)
        || (member.ContainingType?.AllInterfaces.Where(each => !program.Declares(each))
            .SelectMany(each => each.GetMembers())
            .Any(each => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(each), member)) ?? false);
}
