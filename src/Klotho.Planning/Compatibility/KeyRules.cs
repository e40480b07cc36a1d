using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>Which keys of a map a reader gets from which: keys are always text, and enums always go by name.</summary>
internal static class KeyRules
{
    public static WireEffect? Effect(WireShape from, WireEnum? fromEnum, WireShape to, WireEnum? toEnum) => (fromEnum, toEnum) switch
    {
        ({ } written, { } read) => written.Members.Items.All(member => EnumRules.Named(read, member.Name) is not null) ? null : WireEffect.Throws,
        ({ }, null) => IsText(to) ? null : WireEffect.Throws,
        (null, { } read) => from is WireScalar { Kind: var kind } && ScalarRules.IsInteger(kind) ? ScalarRules.RangeEffect(kind, read.Underlying) : WireEffect.Throws,
        _ => Effect(from, to),
    };

    private static WireEffect? Effect(WireShape from, WireShape to)
    {
        if (IsText(to) || from == to)
        {
            return null;
        }

        return (from, to) is (WireScalar { Kind: var fromKind }, WireScalar { Kind: var toKind })
            ? ScalarRules.IsNumber(fromKind) && ScalarRules.IsNumber(toKind)
                ? ScalarRules.RangeEffect(fromKind, toKind)
                : ScalarRules.Effect(new(fromKind, WireNumbers.WritesText), new(toKind))
            : WireEffect.Throws;
    }

    private static bool IsText(WireShape shape) => shape is WireAny or WireScalar { Kind: WireScalarKind.String };
}
