using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>What calls of the framework say about the types that it will create.</summary>
internal sealed class RegistrationReader(SourceProgram program)
{
    private static readonly string[] Lifetimes = ["Singleton", "Scoped", "Transient"];

    public static string? Constant(IOperation value)
    {
        var inner = value is IConversionOperation conversion ? conversion.Operand : value;
        return inner.ConstantValue is { HasValue: true, Value: string text } ? text : null;
    }

    public void Read(IInvocationOperation call, BodySummary summary)
    {
        if (program.Declares(call.TargetMethod))
        {
            return;
        }

        var isRegistration = call.Arguments.FirstOrDefault()?.Value.Type.Is("Microsoft.Extensions.DependencyInjection.IServiceCollection") == true;
        if (isRegistration)
        {
            summary.Factories.AddRange(call.Arguments
                .SelectMany(argument => argument.Value.DescendantsAndSelf())
                .Where(value => value is IAnonymousFunctionOperation or IMethodReferenceOperation)
                .Select(function => function.Syntax));
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
        var resolves = call.TargetMethod.Name is "GetRequiredService" or "GetService" or "GetServices";
        foreach (var type in call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>().Where(program.Declares))
        {
            (resolves ? summary.Injected : isMapping ? summary.Exposed : summary.Created).Add((type.OriginalDefinition, call.Syntax.GetLocation()));
        }
    }
}
