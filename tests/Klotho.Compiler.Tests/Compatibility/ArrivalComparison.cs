using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Klotho.Compiler.Tests.Compatibility;

/// <summary>Whether a value that was read is the one that was written, as far as both types know it.</summary>
internal sealed class ArrivalComparison(JsonSerializerOptions json)
{
    private readonly NullabilityInfoContext nullability = new();

    /// <summary>Whether a property that only the reader knows is null or zero although its code expects a value.</summary>
    public bool HasMissed { get; private set; }

    public bool Same(object? sent, Type sentAs, object? arrived, Type arrivedAs)
    {
        if (sent is null || arrived is null)
        {
            return sent is null && arrived is null or JsonElement { ValueKind: JsonValueKind.Null };
        }

        if (sent is JsonElement || arrived is JsonElement)
        {
            return JsonElement.DeepEquals(JsonSerializer.SerializeToElement(sent, json), JsonSerializer.SerializeToElement(arrived, json));
        }

        var (from, to) = (json.GetTypeInfo(sent.GetType()), json.GetTypeInfo(arrived.GetType()));
        return (from.Kind, to.Kind) switch
        {
            (JsonTypeInfoKind.Enumerable, JsonTypeInfoKind.Enumerable) => SameList((IEnumerable)sent, (IEnumerable)arrived),
            (JsonTypeInfoKind.Dictionary, JsonTypeInfoKind.Dictionary) => SameMap((IDictionary)sent, (IDictionary)arrived),
            (JsonTypeInfoKind.Object, JsonTypeInfoKind.Object) => SameSign(sent, sentAs, arrived, arrivedAs) && SameObject(sent, from, arrived, to),
            (JsonTypeInfoKind.Object, JsonTypeInfoKind.Dictionary) => from.Properties.All(each => each.Get is null || Same(each.Get(sent), each.PropertyType, ((IDictionary)arrived)[each.Name], typeof(object))),
            (JsonTypeInfoKind.Dictionary, JsonTypeInfoKind.Object) => ((IDictionary)sent).Keys.Cast<object>().All(key => to.Properties.Any(each => each.Name == Text(key))),
            (JsonTypeInfoKind.None, JsonTypeInfoKind.None) => SameScalar(sent, arrived),
            _ => false,
        };
    }

    private bool SameList(IEnumerable sent, IEnumerable arrived)
    {
        var (before, after) = (sent.Cast<object?>().ToList(), arrived.Cast<object?>().ToList());
        return before.Count == after.Count && before.Zip(after).All(pair => Same(pair.First, pair.First?.GetType() ?? typeof(object), pair.Second, pair.Second?.GetType() ?? typeof(object)));
    }

    private bool SameMap(IDictionary sent, IDictionary arrived) =>
        sent.Count == arrived.Count && sent.Keys.Cast<object>().All(key =>
            arrived.Keys.Cast<object>().FirstOrDefault(other => Text(other) == Text(key)) is { } found && Same(sent[key], typeof(object), arrived[found], typeof(object)));

    private bool SameObject(object sent, JsonTypeInfo from, object arrived, JsonTypeInfo to)
    {
        foreach (var property in to.Properties.Where(each => !each.IsExtensionData && (each.Get ?? (object?)each.Set) is not null))
        {
            var source = from.Properties.FirstOrDefault(each => each.Get is not null && (string.Equals(each.Name, property.Name, StringComparison.OrdinalIgnoreCase) || Member(each)?.Name == Member(property)?.Name));
            var isRead = property.Set is not null || property.AssociatedParameter is not null;
            if (source is null)
            {
                HasMissed |= isRead && IsMissed(property, arrived);
            }
            else if ((isRead || source.Set is not null || source.AssociatedParameter is not null) && property.Get is not null
                && !Same(source.Get?.Invoke(sent), source.PropertyType, property.Get(arrived), property.PropertyType))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsMissed(JsonPropertyInfo property, object arrived)
    {
        var value = property.Get?.Invoke(arrived);
        var isDefault = value is null || (property.PropertyType.IsValueType && value.Equals(Activator.CreateInstance(property.PropertyType)));
        var allowsNull = Member(property) is PropertyInfo member && nullability.Create(member).ReadState == NullabilityState.Nullable;
        return isDefault && !allowsNull;
    }

    // Whether what arrives is of the derived type that was sent, by the types' own signs.
    private static bool SameSign(object sent, Type sentAs, object arrived, Type arrivedAs)
    {
        var (before, after) = (Sign(sent, sentAs), Sign(arrived, arrivedAs));
        return before is null || Equals(before, after);
    }

    private static object? Sign(object value, Type declared) =>
        declared.GetCustomAttributes<JsonDerivedTypeAttribute>(false).FirstOrDefault(each => each.DerivedType == value.GetType())?.TypeDiscriminator;

    private static MemberInfo? Member(JsonPropertyInfo property) => property.AttributeProvider as MemberInfo;

    private bool SameScalar(object sent, object arrived)
    {
        if (sent is Enum before && arrived is Enum after)
        {
            var name = before.ToString();
            return Enum.IsDefined(after.GetType(), name) ? after.ToString() == name : Number(before) == Number(after);
        }

        return (sent, arrived) switch
        {
            (Enum name, string text) => JsonSerializer.Serialize(name, name.GetType(), json).Trim('"') == text,
            (string text, Enum name) => JsonSerializer.Serialize(name, name.GetType(), json).Trim('"') == text,
            (DateTime at, DateTimeOffset then) => at.Ticks == then.Ticks,
            (DateTimeOffset at, DateTime then) => at.Ticks == then.Ticks,
            (DateOnly at, DateTime then) => at == DateOnly.FromDateTime(then),
            (DateOnly at, DateTimeOffset then) => at == DateOnly.FromDateTime(then.DateTime),
            (byte[] bytes, byte[] others) => bytes.SequenceEqual(others),
            _ => Number(sent) is { } number && Number(arrived) is { } other ? number == other : Text(sent) == Text(arrived),
        };
    }

    private static string? Number(object value) => value switch
    {
        Enum member => Number(Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), System.Globalization.CultureInfo.InvariantCulture)),
        double or float or Half => NumberText.Of(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or decimal => NumberText.Of(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        _ => null,
    };

    private string Text(object value) => JsonSerializer.SerializeToElement(value, value.GetType(), json).ToString();
}
