using System.Globalization;
using System.Numerics;

namespace Klotho.Compiler.Tests.Compatibility;

/// <summary>One text for one number, however it is written: 10, 1E+1 and 10.0 are the same.</summary>
internal static class NumberText
{
    public static string Of(string number)
    {
        var parts = number.ToUpperInvariant().Split('E');
        var digits = parts[0].Split('.');
        var exponent = (parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0) - (digits.Length > 1 ? digits[1].Length : 0);
        if (!BigInteger.TryParse(string.Concat(digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return number;
        }

        while (!value.IsZero && value % 10 == 0)
        {
            (value, exponent) = (value / 10, exponent + 1);
        }

        return $"{value}E{(value.IsZero ? 0 : exponent)}";
    }
}
