namespace Klotho.Wiring;

/// <summary>Names the generated type that holds an assembly's <see cref="KlothoModule"/>.</summary>
/// <param name="type">A type with <c>public static KlothoModule Module { get; }</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class KlothoModuleAttribute(Type type) : Attribute
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;
}
