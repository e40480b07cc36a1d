using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking.Json;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Locking;

/// <summary>The members of one object of a lock file. What is asked for and missing is a fault, and so is what nobody asked for.</summary>
internal sealed class LockFields
{
    private readonly JsonTree.Map map;
    private readonly string what;
    private readonly LockFaults faults;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    private LockFields(JsonTree.Map map, string what, LockFaults faults)
    {
        this.map = map;
        this.what = what;
        this.faults = faults;
        foreach (var again in map.Members.Items.GroupBy(member => member.Name).SelectMany(group => group.Skip(1)))
        {
            faults.Add(again.NameLocation, $"`{again.Name}` stands twice");
        }
    }

    public LockFaults Faults => faults;

    /// <summary>The object's members, or null, with a fault, where it is no object.</summary>
    public static LockFields? Of(JsonTree tree, string what, LockFaults faults)
    {
        if (tree is JsonTree.Map map)
        {
            return new(map, what, faults);
        }

        faults.Add(tree, $"{what} is no object");
        return null;
    }

    public IEnumerable<JsonMember> All => map.Members.Items;

    public string Text(string name) => Required(name) is { } value ? AsText(value, name) : "";

    public string? OptionalText(string name) => Optional(name) is { } value ? AsText(value, name) : null;

    public bool Truth(string name)
    {
        var value = Optional(name);
        if (value is not null and not JsonTree.Truth)
        {
            faults.Add(value, $"`{name}` is neither true nor false");
        }

        return value is JsonTree.Truth { Value: true };
    }

    public (long Value, SourceLocation Location)? Number(string name)
    {
        if (Required(name) is not { } value)
        {
            return null;
        }

        if (value is JsonTree.Number number && value.Location is { } location && long.TryParse(number.Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return (whole, location);
        }

        faults.Add(value, $"`{name}` is no whole number");
        return null;
    }

    public Money Usd(string name) => Required(name) is { } value ? Usd(value, name) : Money.Zero;

    public Money Usd(JsonTree value, string name)
    {
        // What is beyond a billion dollars is no price, and would not fit into a sum.
        if (value is JsonTree.Number number && decimal.TryParse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var usd) && Math.Abs(usd) < 1_000_000_000)
        {
            return Money.OfUsd(usd);
        }

        faults.Add(value, $"`{name}` is no price");
        return Money.Zero;
    }

    /// <summary>The members of a member that must be there.</summary>
    public LockFields? Section(string name) => Required(name) is { } value ? Of(value, $"`{name}`", faults) : null;

    public LockFields? OptionalSection(string name) => Optional(name) is { } value ? Of(value, $"`{name}`", faults) : null;

    /// <summary>The items of a list that must be there.</summary>
    public IEnumerable<JsonTree> Items(string name) => Required(name) is { } value ? Items(value, name) : [];

    public IEnumerable<JsonTree> OptionalItems(string name) => Optional(name) is { } value ? Items(value, name) : [];

    public IEnumerable<JsonTree> Items(JsonTree value, string name)
    {
        if (value is JsonTree.List list)
        {
            return list.Items.Items;
        }

        faults.Add(value, $"`{name}` is no list");
        return [];
    }

    public string AsText(JsonTree value, string name)
    {
        if (value is JsonTree.Text text)
        {
            return text.Value;
        }

        faults.Add(value, $"`{name}` is no text");
        return "";
    }

    /// <summary>Reports members that nobody asked for.</summary>
    public void Close()
    {
        foreach (var member in map.Members.Items.Where(member => !known.Contains(member.Name)))
        {
            faults.Add(member.NameLocation, $"`{member.Name}` is unknown");
        }
    }

    private JsonTree? Optional(string name)
    {
        known.Add(name);
        return map.Members.Items.FirstOrDefault(member => member.Name == name)?.Value;
    }

    private JsonTree? Required(string name)
    {
        var value = Optional(name);
        if (value is null)
        {
            faults.Add(map, $"{what} has no `{name}`");
        }

        return value;
    }
}
