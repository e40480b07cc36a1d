using System.Globalization;
using System.Numerics;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>Which enum a reader gets from which. A number that has no member stays the number it is; a name without one fails.</summary>
internal static class EnumRules
{
    public static WireEffect? Effect(WireEnum from, WireEnum to)
    {
        if (from.ByName)
        {
            return to.ByName && from.Members.Items.All(member => ByWrittenName(to, member) is not null)
                ? from.Members.Items.Any(member => ByWrittenName(to, member)?.Name != member.Name && Named(to, member.Name) is not null) ? WireEffect.Loses : null
                : WireEffect.Throws;
        }

        return !TakesNumbers(to) || !HoldsAll(from, to.Underlying) ? WireEffect.Throws
            : Renumbered(from, to) is null ? null : WireEffect.Loses;
    }

    public static WireEffect? Effect(WireEnum from, WireScalar to) =>
        from.ByName ? to.Kind is WireScalarKind.String or WireScalarKind.Uri ? null : WireEffect.Throws
        : ScalarRules.IsInteger(to.Kind) ? HoldsAll(from, to.Kind) ? null : WireEffect.Throws
        : ScalarRules.Effect(new(from.Underlying), to);

    public static WireEffect? Effect(WireScalar from, WireEnum to) =>
        TakesNumbers(to) && ScalarRules.IsInteger(from.Kind) && (from.Numbers & WireNumbers.WritesText) == 0
            ? ScalarRules.RangeEffect(from.Kind, to.Underlying)
            : WireEffect.Throws;

    public static WireEnumMember? Named(WireEnum type, string name) => type.Members.Items.FirstOrDefault(member => member.Name == name);

    /// <summary>What a change of members does, as the end of a sentence; null where it is the form that differs.</summary>
    public static string? Reason(WireEnum from, WireEnum to)
    {
        if (from.ByName && to.ByName)
        {
            var unknown = from.Members.Items.Where(member => ByWrittenName(to, member) is null).Select(member => member.Written).ToList();
            return unknown.Count > 0 ? $"but the reader does not know {string.Join(", ", unknown)}" : "but the reader takes a name for another member";
        }

        return from.ByName || !TakesNumbers(to) ? null
            : Renumbered(from, to) is { } member ? $"but the reader takes {member.Value.ToString(CultureInfo.InvariantCulture)} for another member than {member.Name}"
            : null;
    }

    private static bool TakesNumbers(WireEnum type) => !type.ByName || type.ReadsNumbers;

    private static WireEnumMember? ByWrittenName(WireEnum type, WireEnumMember member) =>
        type.Members.Items.FirstOrDefault(each => string.Equals(each.Written, member.Written, StringComparison.OrdinalIgnoreCase));

    private static WireEnumMember? Renumbered(WireEnum from, WireEnum to) =>
        from.Members.Items.FirstOrDefault(member => Named(to, member.Name) is { } other && other.Value != member.Value);

    private static bool HoldsAll(WireEnum from, WireScalarKind kind)
    {
        var values = from.Members.Items.Select(member => new BigInteger(member.Value)).ToList();
        var most = from.IsFlags ? values.Where(value => value.Sign > 0).Aggregate(BigInteger.Zero, (all, value) => all | value) : values.DefaultIfEmpty().Max();
        return ScalarRules.Holds(kind, values.DefaultIfEmpty().Min(), most);
    }
}
