using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes.Actions;

/// <summary>Reads routing attributes of the user's own, where their constructors or properties say constants.</summary>
internal sealed class OwnRouteAttributes(SourceProgram program)
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    /// <param name="attribute">The attribute.</param>
    /// <param name="type">Its class.</param>
    /// <param name="framework">Reads an attribute of ASP.NET Core, by its arguments.</param>
    /// <returns>Null where only running it tells.</returns>
    public RouteAttribute? Read(AttributeData attribute, INamedTypeSymbol type, Func<INamedTypeSymbol, AttributeArguments, RouteAttribute?> framework)
    {
        var given = Given(attribute);
        var constructor = attribute.AttributeConstructor;
        for (var current = type; constructor is not null && given is not null && program.Declares(current); current = current.BaseType ?? current)
        {
            if (current.BaseType is not { } parent || parent.Name == nameof(Attribute))
            {
                return ByProperties(current);
            }

            // What it overrides, its constructor does not tell.
            if (current.GetMembers().OfType<IPropertySymbol>().Any(property => property.Name is "Template" or "Order" or "HttpMethods"))
            {
                return null;
            }

            if (CallOfBase(constructor) is not { } call)
            {
                return null;
            }

            var known = given;
            if (parent.ContainingNamespace?.ToDisplayString().StartsWith(Mvc.TrimEnd('.'), StringComparison.Ordinal) == true)
            {
                return Arguments(call, known) is { } arguments ? framework(parent, arguments) : null;
            }

            given = call.Arguments.Where(argument => argument.Parameter is not null)
                .ToDictionary(argument => argument.Parameter?.Name ?? "", argument => RouteConstant.Of(argument.Value, parameter => known.TryGetValue(parameter.Name, out var text) ? text : null));
            constructor = call.TargetMethod;
        }

        return null;
    }

    private static Dictionary<string, string?>? Given(AttributeData attribute) => attribute.AttributeConstructor?.Parameters
        .Zip(attribute.ConstructorArguments, (parameter, argument) => (parameter.Name, Text: argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null))
        .ToDictionary(each => each.Name, each => each.Text);

    private IInvocationOperation? CallOfBase(IMethodSymbol constructor)
    {
        var call = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ConstructorDeclarationSyntax { Initializer: { RawKind: (int)SyntaxKind.BaseConstructorInitializer } initializer } => (SyntaxNode)initializer,
            TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
            _ => null,
        };
        var operation = call is null ? null : program.OperationOf(call);
        return operation as IInvocationOperation ?? (operation as IExpressionStatementOperation)?.Operation as IInvocationOperation;
    }

    private static AttributeArguments? Arguments(IInvocationOperation call, Dictionary<string, string?> known)
    {
        var (texts, lists) = (new List<string?>(), new List<IReadOnlyList<string>>());
        foreach (var argument in call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal))
        {
            var isText = argument.Parameter?.Type.SpecialType == SpecialType.System_String;
            var text = isText ? RouteConstant.Of(argument.Value, Parameter) : null;
            var list = isText ? null : RouteConstant.Several(argument.Value, Parameter);
            if (isText && (text is not null || argument.Value.ConstantValue.HasValue))
            {
                texts.Add(text);
            }
            else if (list is not null)
            {
                lists.Add(list);
            }
            else
            {
                return null;
            }
        }

        return new(texts, lists);

        string? Parameter(IParameterSymbol parameter) => known.TryGetValue(parameter.Name, out var text) ? text : null;
    }

    // A class that implements the interface itself.
    private RouteAttribute? ByProperties(INamedTypeSymbol type)
    {
        var (template, order, verbs) = (Getter(type, "Template"), Getter(type, "Order"), Getter(type, "HttpMethods"));
        var list = type.GetMembers("HttpMethods").IsEmpty ? [] : RouteConstant.Several(verbs);
        var isConstant = template is not null && (IsNull(template) || RouteConstant.Of(template) is not null)
            && order is not null && (IsNull(order) || Number(order) is not null);
        return isConstant && list is not null
            ? new([.. list.Select(verb => verb.ToUpperInvariant()).OrderBy(verb => verb, StringComparer.Ordinal)], RouteConstant.Of(template), order is null ? null : Number(order), null, null)
            : null;
    }

    private static bool IsNull(IOperation value) => value.DescendantsAndSelf().Any(each => each.ConstantValue is { HasValue: true, Value: null });

    private static int? Number(IOperation value) => value.DescendantsAndSelf().Select(each => each.ConstantValue).FirstOrDefault(constant => constant.HasValue).Value as int?;

    private IOperation? Getter(INamedTypeSymbol type, string name)
    {
        var declaration = type.GetMembers(name).FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as PropertyDeclarationSyntax;
        var value = declaration?.ExpressionBody?.Expression ?? declaration?.Initializer?.Value;
        return value is null ? null : program.OperationOf(value);
    }
}
