using Klotho.Analysis.Annotations;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
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

    private readonly Dictionary<ISymbol, IOperation?> values = new(SymbolEqualityComparer.Default);

    /// <summary>What is said of the endpoints of groups and routes.</summary>
    public ConventionReader Conventions { get; } = new(program);

    /// <param name="builder">What is mapped on.</param>
    /// <param name="site">The call of the method around it that is asked about; null for all.</param>
    public IReadOnlyList<GroupPrefix> PrefixesOf(IOperation builder, CallSite? site = null) => PrefixesOf(builder, site, DeepestNesting).Distinct().ToArray();

    /// <summary>The calls of a method of the source.</summary>
    public IEnumerable<CallSite> CallsOf(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? calls.Creations(method.ContainingType.Name)
            .Select(syntax => program.OperationOf(syntax))
            .OfType<IObjectCreationOperation>()
            .Where(made => SymbolEqualityComparer.Default.Equals(made.Constructor?.OriginalDefinition, method.OriginalDefinition))
            .Select(made => new CallSite(method, made.Arguments))
        : calls.Named(method.Name)
            .Select(syntax => program.OperationOf(syntax))
            .OfType<IInvocationOperation>()
            .Where(call => CanEndIn(call.TargetMethod, method))
            .Select(call => new CallSite(method, call.Arguments));

    /// <summary>Templates of groups that ASP.NET Core refuses.</summary>
    public IEnumerable<KlothoDiagnostic> Mistakes(SourceRoot root) => calls.Named("MapGroup")
        .Select(syntax => program.OperationOf(syntax))
        .OfType<IInvocationOperation>()
        .Where(call => call.TargetMethod.ContainingType.Is("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions"))
        .SelectMany(call => call.Arguments)
        .Where(argument => argument.Parameter?.Name == "prefix")
        .Select(argument => RouteConstant.Of(argument.Value) is { } text ? TemplateCheck.Of("", text, root.At(argument.Value.Syntax.GetLocation())) : null)
        .OfType<KlothoDiagnostic>();

    /// <summary>The method around a mapping on whose parameters it depends: its pattern, or a group that it maps on; null where it does not.</summary>
    public IMethodSymbol? MethodAround(IInvocationOperation mapping, bool isMadeOfParameters) =>
        (isMadeOfParameters || GroupsOf(mapping).Any(group => RouteConstant.Of(group, _ => "") is not null && RouteConstant.Of(group) is null))
            && mapping.SemanticModel?.GetEnclosingSymbol(mapping.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
            ? method
            : null;

    // The patterns of the groups that the mapping's builder is made by, in its own method.
    private IEnumerable<IOperation> GroupsOf(IOperation mapping)
    {
        var current = mapping is IInvocationOperation { Arguments.Length: > 0 } first ? first.Arguments[0].Value : null;
        for (var depth = 0; current is not null && depth < DeepestNesting; depth++)
        {
            if (current is IInvocationOperation { TargetMethod.Name: "MapGroup", Arguments.Length: > 1 } group)
            {
                yield return group.Arguments[1].Value;
            }

            current = current switch
            {
                IConversionOperation conversion => conversion.Operand,
                IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments.Length: > 0 } call => call.Arguments[0].Value,
                ILocalReferenceOperation local => ValueOf(local.Local),
                _ => null,
            };
        }
    }

    private IEnumerable<GroupPrefix> PrefixesOf(IOperation builder, CallSite? site, int depth)
    {
        if (depth == 0)
        {
            return [GroupPrefix.Unknown];
        }

        return builder switch
        {
            IConversionOperation conversion => PrefixesOf(conversion.Operand, site, depth - 1),
            IInvocationOperation { TargetMethod.Name: "MapGroup", Arguments: { Length: > 1 } arguments } =>
                PrefixesOf(arguments[0].Value, site, depth - 1).Select(prefix => prefix.Then(RouteConstant.Of(arguments[1].Value, site is null ? null : site.Text))),
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { Length: > 0 } arguments } call
                when !program.Declares(call.TargetMethod) => PrefixesOf(arguments[0].Value, site, depth - 1).Select(prefix => prefix.With(ConventionCalls.Of(call))),
            IInvocationOperation call when Returned(call.TargetMethod) is { } returned => PrefixesOf(returned, new CallSite(call.TargetMethod, call.Arguments), depth - 1),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } when program.Declares(field) => KeptIn(field, depth),
            ILocalReferenceOperation local when ValueOf(local.Local) is { } value => PrefixesOf(value, site, depth - 1).Select(prefix => prefix.With(Conventions.On(local.Local))),
            IParameterReferenceOperation parameter when site?.Argument(parameter.Parameter) is { } given =>
                PrefixesOf(given, null, depth - 1).Select(prefix => prefix.With(Conventions.On(parameter.Parameter))),
            IParameterReferenceOperation parameter when parameter.Parameter.ContainingSymbol is IMethodSymbol method =>
                ArgumentsOf(method, parameter.Parameter).SelectMany(argument => PrefixesOf(argument, null, depth - 1)).DefaultIfEmpty(Uncalled(method, parameter))
                    .Select(prefix => prefix.With(Conventions.On(parameter.Parameter))),
            _ => [builder.Type.Is("Microsoft.AspNetCore.Builder.WebApplication") ? GroupPrefix.None : GroupPrefix.Unknown],
        };
    }

    // What nobody in the source calls is called by the framework, with the application; a lambda of our own by whoever has it.
    private GroupPrefix Uncalled(IMethodSymbol method, IParameterReferenceOperation parameter)
    {
        if (method.MethodKind == MethodKind.Constructor)
        {
            return GroupPrefix.Unknown;
        }

        if (method.MethodKind != MethodKind.AnonymousFunction || parameter.Type.Is("Microsoft.AspNetCore.Builder.WebApplication"))
        {
            return IsGroup(parameter) ? GroupPrefix.Unknown : GroupPrefix.None;
        }

        IOperation? current = parameter;
        while (current is not null and not IInvocationOperation { TargetMethod.Name: "UseEndpoints" })
        {
            current = current.Parent;
        }

        return current is null ? GroupPrefix.Unknown : GroupPrefix.None;
    }

    private static bool IsGroup(IOperation builder) => builder.Type.Is("Microsoft.AspNetCore.Routing.RouteGroupBuilder");

    // What a method of the source returns, where that is one thing.
    private IOperation? Returned(IMethodSymbol method)
    {
        var body = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declared ? program.Now(declared) : null;
        var values = body is null || !program.Contains(body.SyntaxTree) || method.IsVirtual || method.IsAbstract || method.IsOverride ? []
            : body.DescendantNodes(node => node == body || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
                .Select(node => node switch
                {
                    ReturnStatementSyntax returned => returned.Expression,
                    ArrowExpressionClauseSyntax arrow => arrow.Expression,
                    _ => null,
                })
                .OfType<ExpressionSyntax>()
                .ToList();
        return values.Count == 1 ? program.OperationOf(values[0]) : null;
    }

    // A field is set where it is declared or in constructors, to one thing.
    private IEnumerable<GroupPrefix> KeptIn(IFieldSymbol field, int depth)
    {
        var declaration = field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var values = field.ContainingType.DeclaringSyntaxReferences.SelectMany(each => program.Now(each.GetSyntax()).DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is IdentifierNameSyntax name ? name.Identifier.ValueText == field.Name
                : assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name.Identifier.ValueText == field.Name)
            .Select(assignment => assignment.Right)
            .Concat(declaration is VariableDeclaratorSyntax { Initializer.Value: { } initial } ? [initial] : [])
            .Where(value => program.Contains(value.SyntaxTree))
            .ToList();
        return values.Count == 1 && program.OperationOf(values[0]) is { } value ? PrefixesOf(value, null, depth - 1) : [GroupPrefix.Unknown];
    }

    // All routes of a program are mapped on the same few locals.
    private IOperation? ValueOf(ILocalSymbol local)
    {
        if (!values.TryGetValue(local, out var operation))
        {
            values[local] = operation = LocalValue.Of(local, program) is { } value && program.Contains(value.SyntaxTree) ? program.OperationOf(value) : null;
        }

        return operation;
    }

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

    private IEnumerable<IOperation> ArgumentsOf(IMethodSymbol method, IParameterSymbol parameter) =>
        CallsOf(method).Select(site => site.Argument(parameter)).OfType<IOperation>();
}
