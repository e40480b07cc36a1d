using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>What calls of the framework say about the types that it will create.</summary>
internal sealed class RegistrationReader(SourceProgram program)
{
    private const string Services = "Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Descriptor = "Microsoft.Extensions.DependencyInjection.ServiceDescriptor";
    private const string HostedService = "Microsoft.Extensions.Hosting.IHostedService";
    private const string Provider = "System.IServiceProvider";

    private static readonly string[] Lifetimes = ["Singleton", "Scoped", "Transient"];

    public static string? Constant(IOperation value)
    {
        var inner = value is IConversionOperation conversion ? conversion.Operand : value;
        return inner.ConstantValue is { HasValue: true, Value: string text } ? text : null;
    }

    /// <summary>A function that takes a service provider may be a factory, wherever it goes before it is registered.</summary>
    public void ReadFactory(IOperation operation, BodySummary summary)
    {
        var function = operation switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation group => group.Method,
            _ => null,
        };
        if (function?.Parameters.Any(parameter => parameter.Type.Is(Provider)) == true)
        {
            summary.Factories.Add((operation.Syntax, RegistrationOf(operation)));
        }
    }

    /// <summary>A method of a service provider as a value: whoever calls it may ask for any service.</summary>
    public void ReadGroup(IMethodReferenceOperation group, BodySummary summary)
    {
        if (group.Method.Name.StartsWith("Get", StringComparison.Ordinal) && (group.Instance?.Type ?? group.Method.Parameters.FirstOrDefault()?.Type).Is(Provider))
        {
            summary.Requested.Add((ServiceRequest.Any(null), group.Syntax.GetLocation()));
            summary.Resolved.AddRange(group.Method.TypeArguments.SelectMany(type => Sourced(ServiceRequest.Any(type))).Select(each => (each, group.Syntax.GetLocation())));
        }
    }

    public void Read(IInvocationOperation call, BodySummary summary)
    {
        if (program.Declares(call.TargetMethod))
        {
            return;
        }

        var isRegistration = call.Arguments.FirstOrDefault()?.Value.Type.Is(Services) == true;
        ReadServices(call, summary);
        if (isRegistration || IsSetup(call))
        {
            ReadSetup(call, summary);
        }

        // A registered class comes alive where its service is injected; only what the framework itself resolves does here.
        var service = call.TargetMethod.TypeArguments.FirstOrDefault() as INamedTypeSymbol;
        if (isRegistration && Lifetimes.Any(lifetime => call.TargetMethod.Name.EndsWith(lifetime, StringComparison.Ordinal))
            && service is not null && program.Declares(service))
        {
            return;
        }

        // A class of a unit has roots of its own; registering it uses it nowhere.
        if (isRegistration && UnitMembership.AnnotatedUnitOf(service) is not null)
        {
            return;
        }

        // Hubs and services of other protocols: the framework calls what they make public.
        var isMapping = call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal);
        var resolves = ServiceResolution.Of(call) is not null;
        foreach (var type in resolves ? [] : call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>().Where(program.Declares))
        {
            (isMapping ? summary.Exposed : summary.Created).Add((type.OriginalDefinition, call.Syntax.GetLocation()));
        }

        if (!isRegistration && !isMapping && !resolves && call.TargetMethod.TypeArguments.Length > 0 && !MovesOnly(call.TargetMethod))
        {
            summary.Serialized.AddRange(Serialized(call.TargetMethod).Select(type => (type, call.Syntax.GetLocation())));
        }
    }

    // What is asked for, what is registered, and whether that changes what was registered before.
    private void ReadServices(IInvocationOperation call, BodySummary summary)
    {
        if (ServiceResolution.Of(call) is { } resolution)
        {
            var at = call.Syntax.GetLocation();
            summary.Requested.Add((resolution.Request, at));
            summary.Resolved.AddRange(Sourced(resolution.Request).Select(each => (each, at)));
        }

        Register(call.TargetMethod, call.Arguments, call.Syntax, summary);
        if (RegistrationForms.IsReordering(call))
        {
            summary.ReordersServices ??= call.Syntax.GetLocation();
        }
    }

    // Functions among the arguments are called when something is resolved, in whichever unit; so are types, unless only the source asks for them.
    private void ReadSetup(IInvocationOperation call, BodySummary summary)
    {
        var arguments = call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).ToList();
        summary.Factories.AddRange(arguments.Where(value => value is IAnonymousFunctionOperation or IMethodReferenceOperation && !IsWithinFunction(value, call)).Select(function => (function.Syntax, RegistrationOf(function))));

        var types = call.TargetMethod.TypeArguments.Concat(arguments.OfType<ITypeOfOperation>().Select(each => each.TypeOperand)).OfType<INamedTypeSymbol>().ToList();
        summary.Named.AddRange(types.Where(program.Declares).Select(type => type.OriginalDefinition));
        if (RegistrationForms.Of(call.TargetMethod, call.Arguments, call.Syntax) is null)
        {
            var described = arguments.OfType<ITypeOfOperation>().Where(type => TakenBy(type) is (IInvocationOperation or IObjectCreationOperation) and var taker && taker.Syntax != call.Syntax);
            summary.Loose.AddRange(types.Except(described.Select(each => each.TypeOperand).OfType<INamedTypeSymbol>(), SymbolEqualityComparer.Default).OfType<INamedTypeSymbol>().Where(program.Declares).Select(type => type.OriginalDefinition));
        }

        if (types.Count > 0 && !IsResolvedBySource(types[0], call))
        {
            summary.Registered.AddRange(types.Where(program.Declares).Select(type => (type.OriginalDefinition, call.Syntax.GetLocation())));
        }
    }

    /// <summary>Whether a type is named to say which service is registered or asked for.</summary>
    public static bool IsOfService(ITypeOfOperation type) => TakenBy(type) switch
    {
        IInvocationOperation call => call.TargetMethod.ContainingType.Is(Descriptor) || call.Arguments.FirstOrDefault()?.Value.Type.Is(Services) == true || ServiceResolution.Of(call) is not null,
        IObjectCreationOperation creation => creation.Type.Is(Descriptor),
        _ => false,
    };

    /// <summary>What is registered, and whether that is not said: by a library, or as a type that is not known before run time.</summary>
    public static void Register(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, SyntaxNode call, BodySummary summary)
    {
        if (RegistrationForms.Of(method, arguments, call) is { } registration)
        {
            summary.Registrations.Add(registration);
        }

        var isRegistration = arguments.FirstOrDefault()?.Value.Type.Is(Services) == true;
        if (summary.RegistersUnknown is null
            && ((isRegistration && Libraries.Has(method))
                || ((isRegistration || method.ContainingType.Is(Descriptor)) && method.DeclaringSyntaxReferences.IsEmpty
                    && arguments.Any(argument => argument.Parameter?.Type.Is("System.Type") == true && ServiceResolution.Unconverted(argument.Value) is not ITypeOfOperation))))
        {
            summary.RegistersUnknown = arguments[0].Syntax.GetLocation();
        }
    }

    // What a value is an argument of, if of anything.
    internal static IOperation? TakenBy(IOperation value)
    {
        var current = value.Parent;
        while (current is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            current = current.Parent;
        }

        return current;
    }

    // A function in a function runs with that.
    private static bool IsWithinFunction(IOperation value, IOperation call)
    {
        var current = value.Parent;
        while (current is not (null or IAnonymousFunctionOperation) && current != call)
        {
            current = current.Parent;
        }

        return current is IAnonymousFunctionOperation;
    }

    // What registers a function for a service, so that it makes that and nothing else; null where it may run without anybody in the source asking for that.
    private Registration? RegistrationOf(IOperation function)
    {
        var registration = TakenBy(function) switch
        {
            IInvocationOperation call => RegistrationForms.Of(call.TargetMethod, call.Arguments, call.Syntax),
            IObjectCreationOperation { Constructor: { } constructor } creation => RegistrationForms.Of(constructor, creation.Arguments, creation.Syntax),
            _ => null,
        };
        return registration?.Service is { } service && IsForSource(service) ? registration : null;
    }

    private IEnumerable<ServiceRequest> Sourced(ServiceRequest request) => request.Parts().Where(part => part.Type is { } type && program.Declares(type));

    // Compiled code asks for no type that it does not know, and for no function of the base library.
    private bool IsForSource(INamedTypeSymbol service) => program.Declares(service)
        ? !service.Is(HostedService) && !service.AllInterfaces.Any(each => each.Is(HostedService))
        : service.ContainingNamespace?.ToDisplayString() == "System" && (service.TypeKind == TypeKind.Delegate || service.Name == "Lazy");

    // Services of ASP.NET Core serve requests, and hosted services are roots: neither runs in a unit that they are not in.
    private bool IsResolvedBySource(INamedTypeSymbol service, IInvocationOperation call) =>
        (program.Declares(service) && (IsServices(call) || service.AllInterfaces.Any(each => each.Is(HostedService))))
        || service.Is(HostedService)
        || IsOfAspNetCore(service);

    private static bool IsServices(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault()?.Value.Type.Is(Services) == true || call.TargetMethod.ContainingType.Is(Descriptor);

    // Descriptors, and builders of what the service collection holds: of options, of HTTP clients, of logging.
    private static bool IsSetup(IInvocationOperation call)
    {
        var builder = call.Instance?.Type ?? call.Arguments.FirstOrDefault()?.Value.Type;
        return call.TargetMethod.ContainingType.Is(Descriptor)
            || (builder?.Name.Contains("Builder") == true && builder.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) == true);
    }

    // Queries, collections and tasks hand values around as they are.
    private static bool MovesOnly(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is "System" or "System.Linq" or "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections.Immutable"
            or "System.Threading" or "System.Threading.Tasks" or "Microsoft.Extensions.DependencyInjection";

    private static bool IsOfAspNetCore(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    // Type arguments of compiled methods, and what stands in them.
    private IEnumerable<INamedTypeSymbol> Serialized(IMethodSymbol method)
    {
        var pending = new Stack<ITypeSymbol>(method.TypeArguments);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next is IArrayTypeSymbol array)
            {
                pending.Push(array.ElementType);
            }
            else if (next is INamedTypeSymbol { IsAnonymousType: false } named)
            {
                if (program.Declares(named))
                {
                    yield return named;
                }

                named.TypeArguments.ToList().ForEach(pending.Push);
            }
        }
    }
}
