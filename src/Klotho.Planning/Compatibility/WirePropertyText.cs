using System.Text.Json;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>
/// A property in one text: its value, then words for what is unusual, then the C# member where it is not the JSON name
/// in Pascal case: <c>string? required = Heading</c>.
/// </summary>
internal static class WirePropertyText
{
    private const string Required = "required", Unwritten = "unwritten", Unread = "unread", OwnDefault = "own-default", OmitsNull = "omits-null", OmitsDefault = "omits-default", Sensitive = "sensitive";

    public static string Of(WireProperty property)
    {
        string?[] words =
        [
            WireText.Of(property.Value),
            property.IsRequired ? Required : null,
            property.IsWritten ? null : Unwritten,
            property.IsRead ? null : Unread,
            property.Omission switch { WireOmission.Null => OmitsNull, WireOmission.Default => OmitsDefault, _ => null },
            property.HasOwnDefault ? OwnDefault : null,
            property.IsSensitive ? Sensitive : null,
            UsualName(property.Member) == property.Name ? null : $"= {property.Member}",
        ];
        return string.Join(' ', words.OfType<string>());
    }

    public static WireProperty? Parse(string name, string text)
    {
        // A value has spaces inside of brackets only, words stand outside: what closes last ends the value.
        var start = text.LastIndexOfAny(['>', ')', ']']) + 1;
        var end = text.IndexOf(' ', start);
        end = end < 0 ? text.Length : end;
        if (WireText.Parse(text[..end]) is not { } value)
        {
            return null;
        }

        var words = text[end..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sign = Array.IndexOf(words, "=");
        var member = sign >= 0 && sign + 1 < words.Length ? words[sign + 1] : UsualMember(name);
        return new(name, value, member)
        {
            IsRequired = words.Contains(Required),
            IsWritten = !words.Contains(Unwritten),
            IsRead = !words.Contains(Unread),
            Omission = words.Contains(OmitsNull) ? WireOmission.Null : words.Contains(OmitsDefault) ? WireOmission.Default : WireOmission.Never,
            HasOwnDefault = words.Contains(OwnDefault),
            IsSensitive = words.Contains(Sensitive),
        };
    }

    // Only names that lead back to the member need no word for it.
    private static string? UsualName(string member) =>
        JsonNamingPolicy.CamelCase.ConvertName(member) is var name && UsualMember(name) == member ? name : null;

    private static string UsualMember(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
