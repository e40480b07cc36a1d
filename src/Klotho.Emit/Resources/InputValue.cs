using Klotho.Analysis;

namespace Klotho.Emit.Resources;

/// <summary>A value given to a resource: what both printers can write and the provider's schema can check.</summary>
public abstract record InputValue
{
    private InputValue()
    {
    }

    public static implicit operator InputValue(string value) => new Text(value);

    public static implicit operator InputValue(long value) => new Whole(value);

    public static implicit operator InputValue(bool value) => new Truth(value);

    public sealed record Text(string Value) : InputValue;

    public sealed record Whole(long Value) : InputValue;

    public sealed record Truth(bool Value) : InputValue;

    public sealed record List(EquatableArray<InputValue> Items) : InputValue
    {
        public static List Of(params IEnumerable<InputValue> items) => new(items.ToEquatableArray());
    }

    /// <summary>Named values in the order that reads best; names are unique.</summary>
    public sealed record Map(EquatableArray<Entry> Entries) : InputValue
    {
        public static Map Of(params IEnumerable<Entry> entries) => new(entries.ToEquatableArray());
    }

    /// <summary>An output of another resource: <c>ocr-role.arn</c>.</summary>
    public sealed record Reference(ResourceName Resource, string Output) : InputValue;

    /// <summary>What a provider function without arguments answers: <c>aws:index/getCallerIdentity:getCallerIdentity</c>, <c>accountId</c>.</summary>
    public sealed record Lookup(ProviderToken Function, string Output, int? Index = null) : InputValue;

    /// <summary>Texts, references, lookups and settings put together: <c>arn:aws:…:${region}</c>.</summary>
    public sealed record Interpolation(EquatableArray<InputValue> Parts) : InputValue
    {
        public static Interpolation Of(params IEnumerable<InputValue> parts) => new(parts.ToEquatableArray());
    }

    /// <summary>A document that the provider takes as JSON text, such as a policy.</summary>
    public sealed record Json(InputValue Document) : InputValue;

    /// <summary>The files of a folder, relative to the program.</summary>
    public sealed record Archive(string Folder) : InputValue;

    /// <summary>A file, relative to the program.</summary>
    public sealed record Asset(string File) : InputValue;

    /// <summary>A value that each stack configures; with no <paramref name="Default"/> it must be set before the first preview.</summary>
    public sealed record Setting(string Key, string Description, string? Default = null, bool Secret = false) : InputValue;

    /// <summary>A named value of a <see cref="Map"/>.</summary>
    public sealed record Entry(string Name, InputValue Value);
}
