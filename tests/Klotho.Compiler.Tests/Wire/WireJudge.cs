using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Klotho.Analysis.Wire;

namespace Klotho.Compiler.Tests.Wire;

/// <summary>Says whether JSON is what a schema says, and if not, where and why. It shares no code with what extracts schemas.</summary>
internal sealed class WireJudge(WireSchema schema)
{
    public string? Check(JsonElement json) => Check(json, schema.Root, "$");

    private string? Check(JsonElement json, WireValue value, string at) =>
        json.ValueKind == JsonValueKind.Null && value.Shape is not WireAny ? value.MayBeNull ? null : $"{at} is null"
        : value.Shape switch
        {
            WireAny or WireOpaque => null,
            WireScalar scalar => ScalarTokens.Fits(json, scalar) ? null : $"{at} is {json.GetRawText()}, no {scalar.Kind}",
            WireList list => json.ValueKind != JsonValueKind.Array ? $"{at} is no array"
                : json.EnumerateArray().Select((item, index) => Check(item, list.Element, $"{at}[{index}]")).FirstOrDefault(wrong => wrong is not null),
            WireMap map => json.ValueKind != JsonValueKind.Object ? $"{at} is no object"
                : json.EnumerateObject().Select(entry => Key(entry.Name, map.Key, at) ?? Check(entry.Value, map.Element, $"{at}.{entry.Name}")).FirstOrDefault(wrong => wrong is not null),
            WireReference reference => Reference(json, schema.Find(reference.Type), at),
            _ => $"{at} is {value.Shape}, which is never written",
        };

    private string? Reference(JsonElement json, WireType? type, string at) => type switch
    {
        WireEnum @enum => Enum(json, @enum) ? null : $"{at} is {json.GetRawText()}, no member of {@enum.Name}",
        WireObject @object => json.ValueKind == JsonValueKind.Object ? Object(json, @object, at) : $"{at} is no object",
        _ => $"{at} has a type that the schema does not hold",
    };

    private static bool Enum(JsonElement json, WireEnum type) => type.ByName
        ? json.ValueKind == JsonValueKind.String && (json.GetString() ?? "").Split(", ").All(name => type.Members.Items.Any(member => member.Written == name))
        : json.ValueKind == JsonValueKind.Number && decimal.TryParse(json.GetRawText(), CultureInfo.InvariantCulture, out var number) && type.Members.Items.Any(member => member.Value == number);

    private string? Key(string key, WireShape shape, string at)
    {
        var fits = shape switch
        {
            WireScalar { Kind: WireScalarKind.Boolean } => key is "True" or "False",
            WireScalar { Kind: <= WireScalarKind.Decimal } => BigInteger.TryParse(key, CultureInfo.InvariantCulture, out _) || decimal.TryParse(key, CultureInfo.InvariantCulture, out _),
            WireScalar scalar => ScalarTokens.Fits(JsonSerializer.SerializeToElement(key), scalar),
            WireReference reference => schema.Find(reference.Type) is WireEnum type && type.Members.Items.Any(member => member.Name == key || member.Written == key),
            _ => true,
        };
        return fits ? null : $"{at} has the key '{key}', no {shape}";
    }

    private string? Object(JsonElement json, WireObject declared, string at)
    {
        var type = declared;
        if (declared.Polymorphism is { } polymorphism)
        {
            var sign = json.TryGetProperty(polymorphism.Discriminator, out var found) ? found.ToString() : null;
            var cases = polymorphism.Cases.Items.Where(each => each.Discriminator?.Value == sign && (each.Discriminator?.IsNumber != true || found.ValueKind == JsonValueKind.Number)).ToList();
            if (sign is null && !polymorphism.WritesBase && cases.Count == 0)
            {
                return $"{at} does not say which derived type it is";
            }

            var candidates = cases.Select(each => schema.Find(each.Type)).OfType<WireObject>().Concat(sign is null ? [declared] : []).ToList();
            var verdicts = candidates.Select(each => Properties(json, each, at, sign is null ? null : polymorphism.Discriminator)).ToList();
            return verdicts.Count == 0 ? $"{at} is of the unknown derived type '{sign}'" : verdicts.Contains(null) ? null : verdicts[0];
        }

        return Properties(json, type, at, null);
    }

    private string? Properties(JsonElement json, WireObject type, string at, string? discriminator)
    {
        foreach (var property in json.EnumerateObject().Where(property => property.Name != discriminator))
        {
            var known = type.Properties.Items.FirstOrDefault(each => each.Name == property.Name);
            if (known is null or { IsWritten: false })
            {
                if (type.Unknown != WireUnknownProperties.Kept)
                {
                    return $"{at}.{property.Name} is written, which {type.Name} does not say";
                }
            }
            else if (Check(property.Value, known.Value, $"{at}.{property.Name}") is { } wrong)
            {
                return wrong;
            }
        }

        var missing = type.Properties.Items.FirstOrDefault(each => each is { IsWritten: true, Omission: WireOmission.Never } && !json.TryGetProperty(each.Name, out _));
        return missing is null ? null : $"{at}.{missing.Name} is not written, which {type.Name} says";
    }
}
