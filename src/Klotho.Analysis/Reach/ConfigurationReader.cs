using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Reads which keys of <c>IConfiguration</c> code asks for, and which options are bound to which section. An <c>IConfiguration</c> that is
/// handed in is taken for the whole configuration.
/// </summary>
internal sealed class ConfigurationReader(SourceProgram program)
{
    private const string Space = "Microsoft.Extensions.Configuration";
    private const string Any = "*";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "AsEnumerable", "Bind", "BindConfiguration", "Configure", "Get", "GetChildren", "GetConnectionString", "GetRequiredSection", "GetSection", "GetValue",
    };

    private static readonly string[] Options = ["IOptions`1", "IOptionsSnapshot`1", "IOptionsMonitor`1"];

    public void Read(IOperation operation, BodySummary summary)
    {
        var at = operation.Syntax.GetLocation();
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments: { Length: 1 } arguments } indexer
                when IsConfiguration(instance.Type) && !(indexer.Parent is ISimpleAssignmentOperation assignment && assignment.Target == indexer):
                summary.ConfigurationKeys.Add((Join(PathOf(instance), KeyOf(arguments[0].Value)), at));
                break;
            case IPropertyReferenceOperation { Property.Name: "Value", Instance: { } section } when section.Type.Is($"{Space}.IConfigurationSection"):
                summary.ConfigurationKeys.Add((PathOf(section), at));
                break;
            case IInvocationOperation call:
                ReadCall(call, at, summary);
                break;
        }
    }

    /// <summary>The options that a method's parameters hand in.</summary>
    public static void ReadParameters(IMethodSymbol method, BodySummary summary)
    {
        foreach (var parameter in method.Parameters.Where(parameter => !parameter.Locations.IsEmpty))
        {
            Use(parameter.Type, parameter.Locations[0], summary);
        }
    }

    private void ReadCall(IInvocationOperation call, Location at, BodySummary summary)
    {
        var method = call.TargetMethod;
        foreach (var type in method.TypeArguments)
        {
            Use(type, at, summary);
        }

        if (!Names.Contains(method.Name))
        {
            return;
        }

        var receiver = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        var isBinding = method.Name is "Configure" or "Bind" or "BindConfiguration" && method.TypeArguments.Length == 1 && method.ContainingType.ContainingNamespace?.ToDisplayString() == "Microsoft.Extensions.DependencyInjection";
        if (isBinding)
        {
            var section = call.Arguments.Select(argument => ServiceResolution.Unconverted(argument.Value)).LastOrDefault(value => IsConfiguration(value.Type))
                ?? (method.Name == "BindConfiguration" ? call.Arguments[1].Value : null);
            if (section is not null)
            {
                summary.OptionBindings.Add((method.TypeArguments[0], IsConfiguration(section.Type) ? PathOf(section) : KeyOf(section)));
            }
        }
        else if (receiver is not null && IsConfiguration(ServiceResolution.Unconverted(receiver).Type) && method.ContainingNamespace?.ToDisplayString() == Space)
        {
            summary.ConfigurationKeys.AddRange(Keys(call, PathOf(receiver)).Select(key => (key, at)));
        }
    }

    private static IEnumerable<string> Keys(IInvocationOperation call, string path)
    {
        var key = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "key" or "name")?.Value;
        var bound = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "instance")?.Value;
        return call.TargetMethod.Name switch
        {
            "GetValue" when key is not null => [Join(path, KeyOf(key))],
            "GetConnectionString" when key is not null => [Join(path, Join("ConnectionStrings", KeyOf(key)))],
            "Get" => OptionKeys.Of(call.TargetMethod.TypeArguments.FirstOrDefault(), path),
            "Bind" when bound is not null => OptionKeys.Of(ServiceResolution.Unconverted(bound).Type, key is null ? path : Join(path, KeyOf(key))),
            "GetChildren" or "AsEnumerable" => [Join(path, Any)],
            "GetSection" or "GetRequiredSection" when Leaves(call) => [Join(Join(path, key is null ? Any : KeyOf(key)), Any)],
            _ => [],
        };
    }

    // A section that goes where it is not followed may be read whole.
    private static bool Leaves(IInvocationOperation section)
    {
        IOperation current = section;
        while (current.Parent is IConversionOperation or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        return current.Parent switch
        {
            IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol method } => !IsOfFramework(method),
            IInvocationOperation or IPropertyReferenceOperation or IVariableInitializerOperation or IExpressionStatementOperation => false,
            _ => true,
        };
    }

    private static bool IsOfFramework(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is Space or "Microsoft.Extensions.DependencyInjection";

    // Where in the configuration an expression stands: empty for all of it.
    private string PathOf(IOperation configuration)
    {
        var value = ServiceResolution.Unconverted(configuration);
        return value switch
        {
            IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver =>
                Join(PathOf(receiver), call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key")?.Value is { } key ? KeyOf(key) : Any),
            ILocalReferenceOperation { Local: var local } when Initial(local) is { } initial => PathOf(initial),
            _ => value.Type.Is($"{Space}.IConfigurationSection") ? Any : "",
        };
    }

    private IOperation? Initial(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } ? program.OperationOf(value) : null;

    private static string KeyOf(IOperation value) => RegistrationReader.Constant(value) ?? Any;

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}:{key}";

    private static void Use(ITypeSymbol type, Location at, BodySummary summary)
    {
        if (type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } options && Options.Any(name => options.Is($"Microsoft.Extensions.Options.{name}")))
        {
            summary.OptionUses.Add((arguments[0], at));
        }
    }

    private static bool IsConfiguration(ITypeSymbol? type) =>
        type is not null && (type.Is($"{Space}.IConfiguration") || type.AllInterfaces.Any(each => each.Is($"{Space}.IConfiguration")));
}
