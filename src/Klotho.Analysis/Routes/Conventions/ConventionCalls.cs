using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes.Conventions;

/// <summary>What the framework's own calls on an endpoint or a group say, such as <c>RequireAuthorization</c>.</summary>
internal static class ConventionCalls
{
    private static readonly Dictionary<string, Func<IInvocationOperation, IEnumerable<RouteConvention>>> Readers = new(StringComparer.Ordinal)
    {
        ["RequireAuthorization"] = Authorization,
        ["AllowAnonymous"] = _ => [new(RouteConventionKind.Anonymous)],
        ["RequireCors"] = call => [new(RouteConventionKind.Cors, Texts(call).FirstOrDefault() ?? "its own")],
        ["RequireRateLimiting"] = call => [new(RouteConventionKind.RateLimit, Texts(call).FirstOrDefault() ?? "its own")],
        ["DisableRateLimiting"] = _ => [new(RouteConventionKind.NoRateLimit)],
        ["WithName"] = call => Texts(call).Select(name => new RouteConvention(RouteConventionKind.Name, name)),
        ["WithTags"] = call => Texts(call).Select(tag => new RouteConvention(RouteConventionKind.Tag, tag)),
        ["ExcludeFromDescription"] = _ => [new(RouteConventionKind.Undescribed)],
        ["WithOrder"] = call => Given(call).Select(value => value.ConstantValue.Value).OfType<int>().Select(order => new RouteConvention(RouteConventionKind.Order, order.ToString(CultureInfo.InvariantCulture))),
        ["AddInteractiveServerRenderMode"] = _ => [new(RouteConventionKind.ServerComponents)],
        ["AddInteractiveWebAssemblyRenderMode"] = _ => [new(RouteConventionKind.BrowserComponents)],
        ["AddAdditionalAssemblies"] = call => Assemblies(call).Select(name => new RouteConvention(RouteConventionKind.ComponentAssembly, name)),
        ["WithMetadata"] = call => Made(call).SelectMany(Object),
    };

    public static IEnumerable<RouteConvention> Of(IInvocationOperation call) =>
        Readers.TryGetValue(call.TargetMethod.Name, out var read) && IsOfFramework(call) ? read(call) : [];

    private static bool IsOfFramework(IInvocationOperation call) =>
        call.TargetMethod.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) == true;

    /// <summary>The assemblies of <c>typeof(Page).Assembly</c>; of any other expression an empty name.</summary>
    private static IEnumerable<string> Assemblies(IInvocationOperation call) => Given(call)
        .SelectMany(value => value is IArrayCreationOperation { Initializer: { } several } ? several.ElementValues.AsEnumerable() : [value])
        .Select(value => value is IPropertyReferenceOperation { Property.Name: "Assembly", Instance: ITypeOfOperation type } ? type.TypeOperand.ContainingAssembly?.Name ?? "" : "");

    private static IEnumerable<RouteConvention> Authorization(IInvocationOperation call)
    {
        var objects = Made(call).ToList();
        if (objects.Count > 0)
        {
            return objects.SelectMany(Object);
        }

        // A policy that is built on the spot has no name.
        var isBuilt = call.Arguments.Length > 1 && call.Arguments[1].Parameter?.Type is not IArrayTypeSymbol;
        var policies = isBuilt ? ["built here"] : Texts(call);
        return policies.Select(policy => new RouteConvention(RouteConventionKind.Policy, policy)).Prepend(new(RouteConventionKind.Authenticated));
    }

    private static IEnumerable<RouteConvention> Object(IObjectCreationOperation made)
    {
        if (made.Type is not { } type)
        {
            return [];
        }

        var texts = made.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).Select(value => RouteConstant.Of(value)).Where(text => text is not null).ToList();
        return ConventionAttributes.Implements(type, "Microsoft.AspNetCore.Authorization.IAuthorizeData")
            ? ConventionAttributes.Authorize(type, texts.FirstOrDefault(), name => Assigned(made, name))
            : ConventionAttributes.OfType(type, texts);
    }

    private static string? Assigned(IObjectCreationOperation made, string property) => made.Initializer?.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .Where(assignment => assignment.Target is IPropertyReferenceOperation reference && reference.Property.Name == property)
        .Select(assignment => RouteConstant.Of(assignment.Value))
        .FirstOrDefault();

    private static IEnumerable<IObjectCreationOperation> Made(IInvocationOperation call) =>
        Given(call).SelectMany(value => value.DescendantsAndSelf()).OfType<IObjectCreationOperation>();

    private static IEnumerable<string> Texts(IInvocationOperation call) =>
        Given(call).SelectMany(value => value.DescendantsAndSelf()).Select(value => RouteConstant.Of(value)).OfType<string>().Distinct();

    private static IEnumerable<IOperation> Given(IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.Parameter?.Ordinal > 0 || !call.TargetMethod.IsExtensionMethod).Select(argument => argument.Value);
}
