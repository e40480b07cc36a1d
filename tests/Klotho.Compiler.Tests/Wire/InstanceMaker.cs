using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Klotho.Compiler.Tests.Wire;

/// <summary>Makes instances of any payload type, by reflection and by chance, with null only where the code allows it.</summary>
internal sealed class InstanceMaker(Assembly assembly, Random random)
{
    private const int Deepest = 4;

    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly NullabilityInfoContext nullability = new();
    private readonly RandomScalars scalars = new(random);

    public object? Make(Type type, bool mayBeNull = false, int depth = 0)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return random.Next(3) == 0 ? null : Make(underlying, false, depth);
        }

        if (mayBeNull && (depth >= Deepest || random.Next(3) == 0))
        {
            return null;
        }

        return scalars.Make(type) ?? MakeJson(type) ?? MakeCollection(type, depth) ?? MakeObject(type, depth);
    }

    private static object? MakeJson(Type type) =>
        type == typeof(JsonElement) ? JsonElement.Parse("""{"a":[1,null,"x"]}""")
        : type == typeof(JsonNode) ? JsonNode.Parse("[1,{}]")
        : type == typeof(JsonValue) ? JsonValue.Create(5)
        : type == typeof(JsonArray) ? new JsonArray(1, "x", null)
        : type == typeof(JsonObject) ? new JsonObject { ["p"] = 1, ["q"] = null }
        : type == typeof(object) ? "anything"
        : null;

    private object? MakeCollection(Type type, int depth)
    {
        if (type.IsArray && type.GetElementType() is { } element)
        {
            var items = Items(element, depth);
            var array = Array.CreateInstance(element, items.Count);
            items.CopyTo(array, 0);
            return array;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Memory<>) || open == typeof(ReadOnlyMemory<>)))
        {
            return Activator.CreateInstance(type, Make(type.GetGenericArguments()[0].MakeArrayType(), false, depth));
        }

        if (!typeof(IEnumerable).IsAssignableFrom(type) || type.Assembly == assembly && !type.IsSubclassOf(typeof(object)) || type.Name == "ReadOnlyWrapper")
        {
            return null;
        }

        var arguments = ArgumentsOf(type);
        IEnumerable content = arguments.Length == 2 ? Dictionary(arguments, depth) : List(arguments.ElementAtOrDefault(0) ?? typeof(object), depth);
        return type.IsInstanceOfType(content) ? content : Filled(type, content, arguments);
    }

    private static Type[] ArgumentsOf(Type type)
    {
        if (typeof(IDictionary).IsAssignableFrom(type) && !type.IsGenericType && type.BaseType?.IsGenericType != true)
        {
            return [typeof(string), typeof(object)];
        }

        return type.IsGenericType ? type.GetGenericArguments() : type.BaseType is { IsGenericType: true } generic ? generic.GetGenericArguments() : [];
    }

    private static object Filled(Type type, IEnumerable content, Type[] arguments)
    {
        if (type.Namespace == "System.Collections.Immutable")
        {
            var name = type.Name.Split('`')[0];
            var factory = typeof(ImmutableList).Assembly.GetType($"System.Collections.Immutable.{(type.IsInterface ? name == "IImmutableSet" ? "ImmutableHashSet" : name[1..] : name)}");
            return factory?.GetMethods().First(method => method.Name == "CreateRange" && method.GetParameters().Length == 1 && method.GetParameters()[0].ParameterType.Name.StartsWith("IEnumerable", StringComparison.Ordinal))
                .MakeGenericMethod(arguments).Invoke(null, [content]) ?? throw new InvalidOperationException(type.Name);
        }

        var target = type.IsInterface ? type.Name.Contains("Set", StringComparison.Ordinal) ? typeof(HashSet<>).MakeGenericType(arguments) : typeof(ArrayList) : type;
        if (target.BaseType is { IsGenericType: true } && Activator.CreateInstance(target) is { } empty)
        {
            foreach (DictionaryEntry entry in content as IDictionary ?? new Hashtable())
            {
                ((IDictionary)empty)[entry.Key] = entry.Value;
            }

            foreach (var item in content is IDictionary ? Array.Empty<object>() : content)
            {
                ((IList)empty).Add(item);
            }

            return empty;
        }

        if (target.GetConstructor([content.GetType()]) is null && target.GetConstructors().FirstOrDefault(each => each.GetParameters() is [var only] && only.ParameterType.IsInstanceOfType(content)) is { } copying)
        {
            return copying.Invoke([content]);
        }

        return Activator.CreateInstance(target, content) ?? throw new InvalidOperationException(type.Name);
    }

    private IList List(Type element, int depth)
    {
        var list = (IList)(Activator.CreateInstance(typeof(List<>).MakeGenericType(element)) ?? throw new InvalidOperationException(element.Name));
        foreach (var item in Items(element, depth))
        {
            list.Add(item);
        }

        return list;
    }

    private IDictionary Dictionary(Type[] arguments, int depth)
    {
        var map = (IDictionary)(Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments)) ?? throw new InvalidOperationException(arguments[1].Name));
        for (var count = depth >= Deepest ? 0 : random.Next(3); count > 0; count--)
        {
            map[Make(arguments[0]) ?? ""] = Make(arguments[1], false, depth + 1);
        }

        return map;
    }

    private ArrayList Items(Type element, int depth)
    {
        var items = new ArrayList();
        for (var count = depth >= Deepest ? 0 : random.Next(4); count > 0; count--)
        {
            items.Add(Make(element, false, depth + 1));
        }

        return items;
    }

    private object MakeObject(Type declared, int depth)
    {
        var type = Concrete(declared);
        var constructor = type.GetConstructors(Members).FirstOrDefault(each => each.GetCustomAttribute<JsonConstructorAttribute>() is not null)
            ?? type.GetConstructors().OrderBy(each => each.GetParameters().Length).FirstOrDefault();
        var made = constructor is not null
            ? constructor.Invoke([.. constructor.GetParameters().Select(each => Make(each.ParameterType, nullability.Create(each).WriteState == NullabilityState.Nullable, depth + 1))])
            : type.IsValueType ? Activator.CreateInstance(type) : RuntimeHelpers.GetUninitializedObject(type);
        for (var level = type; level is not null; level = level.BaseType)
        {
            Fill(made, level, depth);
        }

        return made ?? throw new InvalidOperationException(type.Name);
    }

    private void Fill(object? made, Type level, int depth)
    {
        foreach (var property in level.GetProperties(Members | BindingFlags.DeclaredOnly).Where(each => each.SetMethod is not null && each.GetIndexParameters().Length == 0))
        {
            property.SetValue(made, Make(property.PropertyType, nullability.Create(property).WriteState == NullabilityState.Nullable, depth + 1));
        }

        foreach (var field in level.GetFields(Members | BindingFlags.DeclaredOnly).Where(each => !each.Name.Contains('<', StringComparison.Ordinal) && level.Assembly == assembly))
        {
            field.SetValue(made, Make(field.FieldType, nullability.Create(field).WriteState == NullabilityState.Nullable, depth + 1));
        }
    }

    private Type Concrete(Type type)
    {
        var derived = type.GetCustomAttributes<JsonDerivedTypeAttribute>(false).Select(each => each.DerivedType).ToList();
        if (derived.Count == 0 && (type.IsAbstract || type.IsInterface))
        {
            derived = [.. assembly.ExportedTypes.Where(each => type.IsAssignableFrom(each) && !each.IsAbstract && !each.IsInterface)];
        }
        else if (!type.IsAbstract)
        {
            derived.Add(type);
        }

        return derived[random.Next(derived.Count)];
    }
}
