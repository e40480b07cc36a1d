using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Naming;

/// <summary>
/// How long names may be, read from the data file <c>names.json</c>, which names its sources. A test holds it complete: each type
/// that has a name and is emitted has an entry.
/// </summary>
public sealed class NameLimits
{
    private static readonly Lazy<NameLimits> Lazy = new(() => new());

    private readonly Dictionary<ProviderToken, NameLimit> byType;

    private NameLimits()
    {
        using var document = EmbeddedDocument.Read("names.json");
        Date = document.RootElement.GetProperty("date").GetString() ?? "";
        Appended = document.RootElement.GetProperty("appended").GetInt32();
        byType = document.RootElement.GetProperty("types").EnumerateObject().ToDictionary(type => new ProviderToken(type.Name), Read);
    }

    public static NameLimits Current => Lazy.Value;

    /// <summary>When the table was last gone through.</summary>
    public string Date { get; }

    /// <summary>How many letters the deployment engine appends to a resource's logical name.</summary>
    public int Appended { get; }

    /// <summary>Every type that has a name, sorted.</summary>
    public EquatableArray<NameLimit> All => byType.Values.OrderBy(limit => limit.Type).ToEquatableArray();

    public NameLimit? Find(ProviderToken type) => byType.GetValueOrDefault(type);

    private static NameLimit Read(JsonProperty type) =>
        new(new(type.Name), type.Value[0].GetInt32(), type.Value[1].GetString() ?? "", type.Value[2].GetString() ?? "");
}
