using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes.Conventions;

/// <summary>
/// Texts that are the same whenever the application runs: constants, what is set once to such a text, and what is put
/// together from them; ASP.NET Core's <c>HttpMethods.Get</c> among them, which are fields.
/// </summary>
internal static class RouteConstant
{
    // Deeper than people compose names; a field that is set to itself must end somewhere.
    private const int Deepest = 16;

    /// <param name="value">The expression.</param>
    /// <param name="parameters">What parameters stand for, where that is known.</param>
    public static string? Of(IOperation? value, Func<IParameterSymbol, string?>? parameters = null) =>
        Inner(value)?.Type?.SpecialType == SpecialType.System_String ? Of(value, parameters, Deepest) : null;

    /// <summary>The elements of an array, a list or a collection expression; null where one of them is not known.</summary>
    public static IReadOnlyList<string>? Several(IOperation? values, Func<IParameterSymbol, string?>? parameters = null)
    {
        var inner = Inner(values);
        if (inner is not null && SetOnce.ValueOf(inner) is { } value)
        {
            inner = Inner(value);
        }

        var elements = inner switch
        {
            IArrayCreationOperation array => array.Initializer?.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            IObjectCreationOperation { Arguments.Length: 0, Initializer.Initializers: { } adds } => adds.Select(add => add is IInvocationOperation { Arguments.Length: 1 } call ? call.Arguments[0].Value : add).ToImmutableArray(),
            _ => (ImmutableArray<IOperation>?)null,
        };
        var texts = elements?.Select(element => Of(element, parameters)).ToList();
        return texts is null || texts.Contains(null) ? null : texts.OfType<string>().ToList();
    }

    private static string? Of(IOperation? value, Func<IParameterSymbol, string?>? parameters, int depth) => depth == 0 ? null : Inner(value) switch
    {
        null => null,
        { ConstantValue: { HasValue: true, Value: string or char or int or long } constant } => Convert.ToString(constant.Value, CultureInfo.InvariantCulture),
        IInterpolatedStringOperation text => Joined(text.Parts.Select(part => OfPart(part, parameters, depth - 1))),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Joined([Of(sum.LeftOperand, parameters, depth - 1), Of(sum.RightOperand, parameters, depth - 1)]),
        IFieldReferenceOperation { Field: { ContainingType.Name: "HttpMethods" } field } => field.Name.ToUpperInvariant(),
        IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } } => "",
        IParameterReferenceOperation parameter => parameters?.Invoke(parameter.Parameter),
        { } reference => SetOnce.ValueOf(reference) is { } initial ? Of(initial, parameters, depth - 1) : null,
    };

    private static string? OfPart(IInterpolatedStringContentOperation part, Func<IParameterSymbol, string?>? parameters, int depth) => part switch
    {
        IInterpolatedStringTextOperation text => Of(text.Text, parameters, depth),
        IInterpolationOperation { Alignment: null, FormatString: null } hole => Of(hole.Expression, parameters, depth),
        _ => null,
    };

    private static string? Joined(IEnumerable<string?> parts)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : string.Concat(all);
    }

    private static IOperation? Inner(IOperation? value)
    {
        while (value is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }

        return value;
    }
}
