using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Klotho.Analysis.Wire;
using Klotho.Analysis.Wire.Extraction;

namespace Klotho.Compiler.Tests.Wire;

/// <summary>Walks a type as System.Text.Json sees it along its schema, and collects where they differ.</summary>
internal sealed class MetadataComparison(JsonSerializerOptions json, WireOptions options)
{
    private readonly HashSet<(Type, WireTypeName)> seen = [];
    private WireSchema schema = WireSchema.Nothing;

    public List<string> Differences { get; } = [];

    public int Objects { get; private set; }

    public void Compare(Type type, WireSchema read)
    {
        schema = read;
        seen.Clear();
        json.MakeReadOnly();
        Compare(type, read.Root, type.ToString());
    }

    private void Compare(Type declared, WireValue value, string at)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (value.Shape is WireUnsupported or WireOpaque)
        {
            return;
        }

        var info = json.GetTypeInfo(type);
        switch (info.Kind, value.Shape)
        {
            case (JsonTypeInfoKind.Enumerable, WireList list):
                Compare(info.ElementType ?? typeof(object), list.Element, $"{at}[]");
                Same(at, "readable", IsReadable(type, "[]"), list.Kind != WireListKind.Unreadable);
                break;
            case (JsonTypeInfoKind.Dictionary, WireMap map):
                Compare(info.ElementType ?? typeof(object), map.Element, $"{at}{{}}");
                Same(at, "readable", IsReadable(type, "{}"), map.IsReadable);
                break;
            case (JsonTypeInfoKind.Object, WireReference reference) when schema.Find(reference.Type) is WireObject found:
                if (seen.Add((type, reference.Type)))
                {
                    Compare(info, found, $"{at} ({type.Name})");
                }

                break;
            case (JsonTypeInfoKind.None, WireScalar):
            case (JsonTypeInfoKind.None, WireAny or WireMap or WireList) when type == typeof(object) || type.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true:
            case (JsonTypeInfoKind.None, WireReference) when type.IsEnum:
                break;
            default:
                Differences.Add($"{at}: {info.Kind} is {value.Shape}");
                break;
        }
    }

    private void Compare(JsonTypeInfo info, WireObject type, string at)
    {
        Objects++;
        info.MakeReadOnly();
        var theirs = info.Properties.Where(each => !Internal<bool>(each, "IsIgnored") && !each.IsExtensionData).ToDictionary(each => each.Name, StringComparer.Ordinal);
        Same(at, "properties", string.Join(' ', theirs.Keys.Order(StringComparer.Ordinal)), string.Join(' ', type.Properties.Items.Select(each => each.Name)));
        foreach (var property in type.Properties)
        {
            if (theirs.TryGetValue(property.Name, out var their))
            {
                Compare(their, property, $"{at}.{property.Name}");
                Compare(their.PropertyType, property.Value, $"{at}.{property.Name}");
            }
        }

        var keeps = info.Properties.Any(each => each.IsExtensionData);
        Same(at, "kept", keeps, type.Unknown == WireUnknownProperties.Kept);
        Same(at, "unknown", !keeps && (info.UnmappedMemberHandling ?? json.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Disallow, type.Unknown == WireUnknownProperties.Refused);
        Same(at, "readable", IsReadable(info.Type, "{}"), type.Unreadable is null);
        Same(at, "derived", Derived(info.PolymorphismOptions), Derived(type.Polymorphism));
    }

    private void Compare(JsonPropertyInfo theirs, WireProperty ours, string at)
    {
        var parameter = theirs.AssociatedParameter;
        var isRead = Internal<bool>(theirs, "CanDeserializeOrPopulate") || parameter is not null;
        Same(at, "required", theirs.IsRequired, ours.IsRequired);
        // What is ignored when writing has a getter all the same.
        var isWritten = Internal<bool>(theirs, "CanSerialize") && theirs.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), false) is not [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWriting }];
        Same(at, "written", isWritten, ours.IsWritten);
        Same(at, "read", isRead, ours.IsRead);
        Same(at, "left out", isWritten && Internal<bool>(theirs, "IgnoreDefaultValuesOnWrite"), ours.Omission != WireOmission.Never);
        if (ours.Value.Shape is not WireAny and not WireOpaque and not WireUnsupported && (!theirs.PropertyType.IsValueType || Nullable.GetUnderlyingType(theirs.PropertyType) is not null))
        {
            Same(at, "may be null", isWritten && theirs.IsGetNullable, isWritten && ours.Value.MayBeNull);
            if (isRead && options.RespectsNullability)
            {
                Same(at, "refuses null", !(parameter?.IsNullable ?? theirs.IsSetNullable), ours.Value.RefusesNull);
            }
        }

        var numbers = ours.Value.Shape is WireList { Element.Shape: var element } ? element : ours.Value.Shape;
        if (numbers is WireScalar { Kind: <= WireScalarKind.Decimal } scalar)
        {
            Same(at, "numbers", (int)(Internal<JsonNumberHandling?>(theirs, "EffectiveNumberHandling") ?? json.NumberHandling), (int)scalar.Numbers);
        }
    }

    private static string Derived(JsonPolymorphismOptions? theirs) => theirs is null || theirs.DerivedTypes.Count == 0 ? "" :
        $"{theirs.TypeDiscriminatorPropertyName ?? "$type"} {theirs.IgnoreUnrecognizedTypeDiscriminators} {string.Join(' ', theirs.DerivedTypes.Select(each => $"{Sign(each.TypeDiscriminator)}={each.DerivedType.FullName}").Order(StringComparer.Ordinal))}";

    private static string Derived(WirePolymorphism? ours) => ours is null ? "" :
        $"{ours.Discriminator} {ours.IgnoresStrangers} {string.Join(' ', ours.Cases.Items.Select(each => $"{each.Discriminator}={each.Type}").Order(StringComparer.Ordinal))}";

    private static string Sign(object? discriminator) => discriminator is string text ? $"\"{text}\"" : $"{discriminator}";

    /// <summary>Whether an instance can be made at all: that content is missing is another thing.</summary>
    private bool IsReadable(Type type, string text)
    {
        try
        {
            JsonSerializer.Deserialize(text, type, json);
            return true;
        }
        catch (JsonException)
        {
            return true;
        }
        catch (Exception unreadable) when (unreadable is NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }

    private static T? Internal<T>(JsonPropertyInfo property, string name) =>
        (T?)(typeof(JsonPropertyInfo).GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? throw new InvalidOperationException($"System.Text.Json has no {name} any more.")).GetValue(property);

    private void Same<T>(string at, string what, T theirs, T ours)
    {
        if (!EqualityComparer<T>.Default.Equals(theirs, ours))
        {
            Differences.Add($"{at}: {what} is {theirs}, extracted {ours}");
        }
    }
}
