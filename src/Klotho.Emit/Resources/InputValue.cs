using Klotho.Analysis.Collections;

namespace Klotho.Emit.Resources;

/// <summary>A value given to a resource: what both printers can write and the provider's schema can check.</summary>
public abstract record InputValue
{
    private InputValue()
    {
    }

    public static implicit operator InputValue(string value) => new Text(value);

    public static implicit operator InputValue(long value) => new Whole(value);

    public static implicit operator InputValue(decimal value) => new Fraction(value);

    public static implicit operator InputValue(bool value) => new Truth(value);

    /// <summary>This value and every value in it, in order.</summary>
    public IEnumerable<InputValue> DescendantsAndSelf() => Children.SelectMany(child => child.DescendantsAndSelf()).Prepend(this);

    private protected virtual IEnumerable<InputValue> Children => [];

    public sealed record Text(string Value) : InputValue;

    public sealed record Whole(long Value) : InputValue;

    /// <summary>A number that is not whole, such as half a capacity unit.</summary>
    public sealed record Fraction(decimal Value) : InputValue;

    public sealed record Truth(bool Value) : InputValue;

    public sealed record List(EquatableArray<InputValue> Items) : InputValue
    {
        public static List Of(params IEnumerable<InputValue> items) => new(items.ToEquatableArray());

        private protected override IEnumerable<InputValue> Children => Items.Items;
    }

    /// <summary>Named values in the order that reads best; names are unique.</summary>
    public sealed record Map(EquatableArray<Entry> Entries) : InputValue
    {
        public static Map Of(params IEnumerable<Entry> entries) => new(entries.ToEquatableArray());

        /// <summary>The value of that name, or null.</summary>
        public InputValue? Find(string name) => Entries.Items.FirstOrDefault(entry => entry.Name == name)?.Value;

        private protected override IEnumerable<InputValue> Children => Entries.Items.Select(entry => entry.Value);
    }

    /// <summary>
    /// An output of another resource: <c>ocr-role.arn</c>. <paramref name="Output"/> may lead into it:
    /// <c>masterUserSecrets[0].secretArn</c>.
    /// </summary>
    public sealed record Reference(ResourceName Resource, string Output) : InputValue;

    /// <summary>
    /// What a provider function answers: <c>aws:index/getCallerIdentity:getCallerIdentity</c>, <c>accountId</c>. Calls of
    /// one function with different <paramref name="Arguments"/> are told apart by <paramref name="Label"/>, a word that names what is looked up.
    /// </summary>
    public sealed record Lookup(ProviderToken Function, string Output, int? Index = null, Map? Arguments = null, string Label = "") : InputValue
    {
        private protected override IEnumerable<InputValue> Children => Arguments is null ? [] : [Arguments];
    }

    /// <summary>Texts, references, lookups and settings put together: <c>arn:aws:…:${region}</c>.</summary>
    public sealed record Interpolation(EquatableArray<InputValue> Parts) : InputValue
    {
        public static Interpolation Of(params IEnumerable<InputValue> parts) => new(parts.SelectMany(Flat).ToEquatableArray());

        private protected override IEnumerable<InputValue> Children => Parts.Items;

        private static IEnumerable<InputValue> Flat(InputValue part) => part is Interpolation inner ? inner.Parts.Items : [part];
    }

    /// <summary>A document that the provider takes as JSON text, such as a policy.</summary>
    public sealed record Json(InputValue Document) : InputValue
    {
        private protected override IEnumerable<InputValue> Children => [Document];
    }

    /// <summary>The files of a folder, relative to the program.</summary>
    public sealed record Archive(string Folder) : InputValue;

    /// <summary>A file, relative to the program.</summary>
    public sealed record Asset(string File) : InputValue;

    /// <summary>A value that each stack configures; with no <paramref name="Default"/> it must be set before the first preview.</summary>
    public sealed record Setting(string Key, string Description, string? Default = null, bool Secret = false) : InputValue;

    /// <summary>A named value of a <see cref="Map"/>.</summary>
    public sealed record Entry(string Name, InputValue Value);
}
