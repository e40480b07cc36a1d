using Klotho.Analysis.Annotations;
using Klotho.Analysis.Routes.Actions;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes;

/// <summary>Reads the methods of gRPC services from what the compiler of protocol buffers wrote for them.</summary>
internal sealed class GrpcServices(SourceProgram program)
{
    private const string Unimplemented = "{unimplementedMethod:grpcunimplemented}";

    /// <summary>The endpoints, or null where the generated code is no source.</summary>
    public IReadOnlyList<FrameworkEndpoint>? Of(INamedTypeSymbol service)
    {
        var generated = ControllerActions.Inherited(service)
            .FirstOrDefault(type => type.GetAttributes().Any(attribute => attribute.AttributeClass.Is("Grpc.Core.BindServiceMethodAttribute")))?.ContainingType;
        var methods = generated is null || !program.Declares(generated) ? [] : generated.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.Type.Is("Grpc.Core.Method`2"))
            .Select(Names)
            .ToList();
        if (methods.Count == 0 || methods.Any(each => each.Service is null || each.Method is null))
        {
            return null;
        }

        var described = ControllerActions.Inherited(service).Reverse().ToList<ISymbol>();
        return methods.Select(each => Endpoint(service, $"{each.Service}/{each.Method}", each.Method ?? "", described))
            .Append(new([], $"{methods[0].Service}/{Unimplemented}"))
            .Append(new([], $"{{unimplementedService}}/{Unimplemented}"))
            .ToList();
    }

    private FrameworkEndpoint Endpoint(INamedTypeSymbol service, string template, string name, IReadOnlyList<ISymbol> described)
    {
        var handlers = ControllerActions.Inherited(service).SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>().Take(1).Where(program.Declares).ToList();
        return new(["POST"], template) { Handlers = handlers, Described = [.. described, .. handlers] };
    }

    // new Method<TRequest, TResponse>(MethodType.Unary, __ServiceName, "SayHello", …)
    private (string? Service, string? Method) Names(IFieldSymbol field)
    {
        var value = (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value;
        return value is not null && program.OperationOf(value) is IObjectCreationOperation made
            ? (Text(made, "serviceName"), Text(made, "name"))
            : (null, null);
    }

    private static string? Text(IObjectCreationOperation made, string parameter) =>
        RouteConstant.Of(made.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value);
}
