using System.Globalization;
using System.Text;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>Names by a naming policy, letter for letter as System.Text.Json makes them.</summary>
public static class WireNames
{
    private enum Last
    {
        None,
        Upper,
        LowerOrDigit,
        Space,
    }

    public static string Of(string member, WireNaming naming) => naming switch
    {
        WireNaming.CamelCase => Camel(member),
        WireNaming.SnakeCaseLower => Separated(member, '_', isLower: true),
        WireNaming.SnakeCaseUpper => Separated(member, '_', isLower: false),
        WireNaming.KebabCaseLower => Separated(member, '-', isLower: true),
        WireNaming.KebabCaseUpper => Separated(member, '-', isLower: false),
        _ => member,
    };

    private static string Camel(string member)
    {
        if (member.Length == 0 || !char.IsUpper(member[0]))
        {
            return member;
        }

        var letters = member.ToCharArray();
        for (var index = 0; index < letters.Length; index++)
        {
            if (index == 1 && !char.IsUpper(letters[index]))
            {
                break;
            }

            // The last capital of a row begins the next word.
            if (index > 0 && index + 1 < letters.Length && !char.IsUpper(letters[index + 1]))
            {
                break;
            }

            letters[index] = char.ToLowerInvariant(letters[index]);
        }

        return new(letters);
    }

    private static string Separated(string member, char separator, bool isLower)
    {
        var name = new StringBuilder();
        var last = Last.None;
        for (var index = 0; index < member.Length; index++)
        {
            var letter = member[index];
            var kind = KindOf(letter);
            if (kind == Last.Space)
            {
                last = last == Last.None ? Last.None : Last.Space;
                continue;
            }

            var beginsWord = kind == Last.Upper
                ? last is Last.LowerOrDigit or Last.Space || (last == Last.Upper && index + 1 < member.Length && char.IsLower(member[index + 1]))
                : kind == Last.LowerOrDigit && last == Last.Space;
            name.Append(beginsWord ? separator.ToString() : "").Append(kind == Last.None ? letter : isLower ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter));
            last = kind;
        }

        return name.ToString();
    }

    private static Last KindOf(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.UppercaseLetter => Last.Upper,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber => Last.LowerOrDigit,
        UnicodeCategory.SpaceSeparator => Last.Space,
        _ => Last.None,
    };
}
