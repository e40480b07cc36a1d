using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Keys of services, as texts that are the same where the keys are: with the type before the value. <see cref="Variable.AnyKey"/> is one that is not known.</summary>
internal static class ServiceKeys
{
    /// <summary>The key that an expression gives; null where that is null, which is no key.</summary>
    public static string? Of(IOperation key)
    {
        var value = ServiceResolution.Unconverted(key);
        return value switch
        {
            ITypeOfOperation type => Text(type.Type, type.TypeOperand),
            { ConstantValue: { HasValue: true, Value: var constant } } => constant is null ? null : Text(value.Type, constant),
            _ => Variable.AnyKey,
        };
    }

    /// <summary>The key that a parameter asks for; null where it asks for none.</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass.Is(AnnotationReader.PlainKeyAttribute) && attribute.ConstructorArguments.Length == 1)
            {
                var key = attribute.ConstructorArguments[0];
                return key.Kind == TypedConstantKind.Array ? Variable.AnyKey : key.Value is null ? null : Text(key.Type, key.Value);
            }

            // Without an argument it is the key of what is made, and attributes of one's own say what they like.
            if (attribute.AttributeClass.Is(AnnotationReader.PlainKeyAttribute) || attribute.AttributeClass.DerivesFrom(AnnotationReader.PlainKeyAttribute))
            {
                return Variable.AnyKey;
            }
        }

        return null;
    }

    private static string Text(ITypeSymbol? type, object value) =>
        $"{type?.ToDisplayString()}:{(value is ISymbol symbol ? symbol.ToDisplayString() : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))}";
}
