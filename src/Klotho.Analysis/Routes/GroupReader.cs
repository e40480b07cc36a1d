using Klotho.Analysis.Annotations;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes;

/// <summary>Finds the prefixes under which an endpoint builder maps: through groups, locals and methods that are given one.</summary>
internal sealed class GroupReader(SourceProgram program, MappingCalls calls)
{
    // Deeper than people nest; a circle of methods must end somewhere.
    private const int DeepestNesting = 16;

    /// <summary>What is said of the endpoints of groups and routes.</summary>
    public ConventionReader Conventions { get; } = new(program);

    public IReadOnlyList<RoutePrefix> PrefixesOf(IOperation builder) => PrefixesOf(builder, DeepestNesting).Distinct().ToArray();

    private IEnumerable<RoutePrefix> PrefixesOf(IOperation builder, int depth)
    {
        if (depth == 0)
        {
            return [RoutePrefix.Unknown];
        }

        return builder switch
        {
            IConversionOperation conversion => PrefixesOf(conversion.Operand, depth - 1),
            IInvocationOperation { TargetMethod.Name: "MapGroup", Arguments: { Length: > 1 } arguments } =>
                PrefixesOf(arguments[0].Value, depth - 1).Select(prefix => prefix.Then(RouteConstant.Of(arguments[1].Value))),
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { Length: > 0 } arguments } call
                when !program.Declares(call.TargetMethod) => PrefixesOf(arguments[0].Value, depth - 1).Select(prefix => prefix.With(ConventionCalls.Of(call))),
            ILocalReferenceOperation local when ValueOf(local.Local) is { } value => PrefixesOf(value, depth - 1).Select(prefix => prefix.With(Conventions.On(local.Local))),
            IParameterReferenceOperation parameter when parameter.Parameter.ContainingSymbol is IMethodSymbol method =>
                ArgumentsOf(method, parameter.Parameter).SelectMany(argument => PrefixesOf(argument, depth - 1)).DefaultIfEmpty(Uncalled(method, parameter))
                    .Select(prefix => prefix.With(Conventions.On(parameter.Parameter))),
            _ => [builder.Type.Is("Microsoft.AspNetCore.Builder.WebApplication") ? RoutePrefix.None : RoutePrefix.Unknown],
        };
    }

    // What nobody in the source calls is called by the framework, with the application; a lambda of our own by whoever has it.
    private RoutePrefix Uncalled(IMethodSymbol method, IParameterReferenceOperation parameter)
    {
        if (method.MethodKind != MethodKind.AnonymousFunction || parameter.Type.Is("Microsoft.AspNetCore.Builder.WebApplication"))
        {
            return IsGroup(parameter) ? RoutePrefix.Unknown : RoutePrefix.None;
        }

        IOperation? current = parameter;
        while (current is not null and not IInvocationOperation { TargetMethod.Name: "UseEndpoints" })
        {
            current = current.Parent;
        }

        return current is null ? RoutePrefix.Unknown : RoutePrefix.None;
    }

    private static bool IsGroup(IOperation builder) => builder.Type.Is("Microsoft.AspNetCore.Routing.RouteGroupBuilder");

    private IOperation? ValueOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            && program.Contains(value.SyntaxTree)
            && !IsAssigned(local, value)
            ? program.ModelOf(value.SyntaxTree).GetOperation(value)
            : null;

    private static bool IsAssigned(ILocalSymbol local, SyntaxNode declaration) =>
        declaration.Ancestors().OfType<MemberDeclarationSyntax>().LastOrDefault(each => each is not BaseNamespaceDeclarationSyntax and not TypeDeclarationSyntax)?.Parent?
            .DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name) == true;

    // Directly, or through what it overrides or implements.
    private static bool CanEndIn(IMethodSymbol called, IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, current.OriginalDefinition))
            {
                return true;
            }
        }

        return called.ContainingType?.TypeKind == TypeKind.Interface
            && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(called), method);
    }

    private IEnumerable<IOperation> ArgumentsOf(IMethodSymbol method, IParameterSymbol parameter)
    {
        foreach (var syntax in calls.Named(method.Name))
        {
            if (program.ModelOf(syntax.SyntaxTree).GetOperation(syntax) is IInvocationOperation call
                && CanEndIn(call.TargetMethod, method)
                && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } argument)
            {
                yield return argument.Value;
            }
        }
    }
}
