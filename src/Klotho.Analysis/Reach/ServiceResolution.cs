using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>A call that asks a service provider for a service.</summary>
/// <param name="Service">The type asked for; null where it is not known before run time.</param>
/// <param name="Key">The key, <see cref="Variable.AnyKey"/> where it is not known, null where there is none.</param>
/// <param name="IsMany">Whether it asks for all services of the type.</param>
internal sealed record ServiceResolution(ITypeSymbol? Service, string? Key, bool IsMany)
{
    private const string Provider = "System.IServiceProvider";

    /// <summary>The same as a request for a service, whatever that is.</summary>
    public ServiceRequest Request { get; private init; }

    public static ServiceResolution? Of(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
        var name = call.TargetMethod.Name;
        if (receiver?.Type is not { } type || !name.StartsWith("Get", StringComparison.Ordinal) || !IsProvider(Unconverted(receiver).Type ?? type) && !IsProvider(type))
        {
            return null;
        }

        var service = call.TargetMethod.TypeArguments.FirstOrDefault()
            ?? call.Arguments.Select(argument => Unconverted(argument.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
        var key = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "serviceKey")?.Value;
        var isMany = name.EndsWith("Services", StringComparison.Ordinal);
        return new(service, key is null ? null : RegistrationReader.Constant(key) ?? Variable.AnyKey, isMany) { Request = new(service, key is null ? null : ServiceKeys.Of(key), isMany) };
    }

    public static IOperation Unconverted(IOperation value)
    {
        var current = value;
        while (current is IConversionOperation { OperatorMethod: null } conversion)
        {
            current = conversion.Operand;
        }

        return current;
    }

    private static bool IsProvider(ITypeSymbol type) => type.Is(Provider) || type.AllInterfaces.Any(each => each.Is(Provider));
}
