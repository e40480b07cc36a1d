using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes.Conventions;

/// <summary>Texts that the compiler knows; ASP.NET Core's <c>HttpMethods.Get</c> among them, which are fields.</summary>
internal static class RouteConstant
{
    public static string? Of(IOperation? value)
    {
        var inner = value is IConversionOperation conversion ? conversion.Operand : value;
        return inner switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            IFieldReferenceOperation { Field: { ContainingType.Name: "HttpMethods" } field } => field.Name.ToUpperInvariant(),
            _ => null,
        };
    }
}
