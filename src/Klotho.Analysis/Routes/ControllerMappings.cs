using Klotho.Analysis.Routes.Actions;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Routes.Templates;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes;

/// <summary>Finds where controllers are mapped, and by which conventional routes.</summary>
internal sealed class ControllerMappings(SourceProgram program, MappingCalls calls, GroupReader groups)
{
    private const string DefaultPattern = "{controller=Home}/{action=Index}/{id?}";

    // All of them map the controllers that have routes of their own, too.
    private static readonly string[] Names =
    [
        "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "MapDynamicControllerRoute",
        "MapFallbackToController", "MapFallbackToAreaController",
    ];

    private static readonly string[] Conventional = ["MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute"];

    /// <summary>By prefix, in the order of the source.</summary>
    public IReadOnlyList<ControllerMapping> Find() => Names.SelectMany(calls.Named)
        .OrderBy(syntax => syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
        .ThenBy(syntax => syntax.Span.End)
        .Select(syntax => program.OperationOf(syntax))
        .OfType<IInvocationOperation>()
        .Where(call => call.Arguments.Length > 0 && call.TargetMethod.ContainingType.Name == "ControllerEndpointRouteBuilderExtensions")
        .SelectMany(call => groups.PrefixesOf(call.Arguments[0].Value).Select(prefix => (prefix: prefix.With(groups.Conventions.After(call)), call)))
        .GroupBy(each => each.prefix)
        .Select(group => Mapping(group.Key, group.Select(each => each.call).Where(call => Conventional.Contains(call.TargetMethod.Name)).ToList()))
        .ToList();

    private static ControllerMapping Mapping(GroupPrefix prefix, IReadOnlyList<IInvocationOperation> routes)
    {
        var read = routes.Select((call, index) => (call, route: Read(call, index + 1))).ToList();
        return new(
            prefix,
            read.Select(each => each.route).OfType<ConventionalRoute>().ToList(),
            read.Where(each => each.route is null).Select(each => each.call.Syntax.GetLocation()).ToList());
    }

    private static ConventionalRoute? Read(IInvocationOperation call, int order)
    {
        var pattern = call.TargetMethod.Name == "MapDefaultControllerRoute" ? DefaultPattern : RouteConstant.Of(call.Argument("pattern"));
        var defaults = Defaults(call.Argument("defaults"));
        if (pattern is null || defaults is null || TemplateReader.Read(pattern).Template is not { } template || !IsNull(call.Argument("constraints")))
        {
            return null;
        }

        if (call.TargetMethod.Name == "MapAreaControllerRoute")
        {
            if (RouteConstant.Of(call.Argument("areaName")) is not { } area)
            {
                return null;
            }

            defaults["area"] = area;
        }

        return new(template, defaults, order);
    }

    private static Dictionary<string, string>? Defaults(IOperation? value)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (IsNull(value))
        {
            return values;
        }

        if ((value is IConversionOperation conversion ? conversion.Operand : value) is not IAnonymousObjectCreationOperation anonymous)
        {
            return null;
        }

        foreach (var assignment in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is not IPropertyReferenceOperation target || RouteConstant.Of(assignment.Value) is not { } text)
            {
                return null;
            }

            values[target.Property.Name] = text;
        }

        return values;
    }

    private static bool IsNull(IOperation? value) => value is null || value.DescendantsAndSelf().Any(each => each.ConstantValue is { HasValue: true, Value: null }) || value is IDefaultValueOperation;
}
