using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>What of the code that the entry point reaches runs as a process starts, and so in the process of each unit, and what only where requests are served or services are asked for.</summary>
internal static class StartCode
{
    private const string AspNetCore = "Microsoft.AspNetCore";
    private const string Extensions = "Microsoft.Extensions";
    private const string Services = Extensions + ".DependencyInjection";
    private const string Context = "Microsoft.AspNetCore.Http.HttpContext";

    /// <summary>Whether an operation is a function that the framework is handed for later: a handler, a middleware, a factory of a service, a setting.</summary>
    public static bool IsLater(IOperation operation, SourceProgram program)
    {
        var function = operation switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation group => group.Method,
            _ => null,
        };
        return function is not null && RegistrationReader.TakenBy(operation) switch
        {
            IInvocationOperation call => IsFramework(call.TargetMethod, program)
                && (function.Parameters.Any(parameter => parameter.Type.Is(Context)) || IsOfRoutes(call.TargetMethod, function) || IsOfServices(call)),
            IObjectCreationOperation { Constructor: { } constructor } => IsFramework(constructor, program) && IsIn(constructor, Services),
            _ => false,
        };
    }

    /// <summary>Whether a call only tells the framework of types and functions that it is to use later.</summary>
    public static bool IsSetup(IOperation operation, SourceProgram program) =>
        operation is IInvocationOperation call && IsFramework(call.TargetMethod, program) && ServiceResolution.Of(call) is null;

    /// <summary>The constructors that such a call runs all the same: a middleware is made with the pipeline, in each process.</summary>
    public static IEnumerable<IMethodSymbol> MadeBy(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "UseMiddleware" } method } ? method.TypeArguments.OfType<INamedTypeSymbol>().SelectMany(type => type.InstanceConstructors) : [];

    // What sets up a branch of the pipeline runs with the rest of that.
    private static bool IsOfRoutes(IMethodSymbol method, IMethodSymbol function) =>
        IsIn(method, AspNetCore) && (method.Name.StartsWith("Map", StringComparison.Ordinal) || method.Name == "AddEndpointFilter") && !function.Parameters.Any(parameter => parameter.Type.Name.EndsWith("Builder", StringComparison.Ordinal));

    private static bool IsOfServices(IInvocationOperation call) =>
        IsIn(call.TargetMethod, Services) || (IsIn(call.TargetMethod, Extensions) && (call.Instance?.Type ?? call.Arguments.FirstOrDefault()?.Value.Type)?.Name.EndsWith("Builder", StringComparison.Ordinal) == true);

    private static bool IsFramework(IMethodSymbol method, SourceProgram program) => (IsIn(method, AspNetCore) || IsIn(method, Extensions)) && !program.Declares(method);

    private static bool IsIn(IMethodSymbol method, string space) => method.ContainingNamespace?.ToDisplayString().StartsWith(space, StringComparison.Ordinal) == true;
}
