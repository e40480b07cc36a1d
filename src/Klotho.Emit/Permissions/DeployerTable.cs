using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Permissions;

/// <summary>
/// What deploying takes, by type, read from the data file <c>deployer.json</c>, which names its sources. A test holds it complete:
/// each type that a lowering names has an entry.
/// </summary>
public static class DeployerTable
{
    private static readonly Lazy<Dictionary<string, DeployerNeeds>> Types = new(() =>
    {
        using var document = EmbeddedDocument.Read("deployer.json");
        return document.RootElement.GetProperty("types").EnumerateObject().ToDictionary(
            type => type.Name,
            type => new DeployerNeeds(Texts(type.Value, "on"), Texts(type.Value, "actions"), Texts(type.Value, "onAll"), Texts(type.Value, "linkedRoles"), type.Value.TryGetProperty("ownKey", out _) ? Texts(type.Value, "ownKey") : null),
            StringComparer.Ordinal);
    });

    public static DeployerNeeds? Find(ProviderToken token) => Types.Value.GetValueOrDefault(token.Value);

    private static EquatableArray<string> Texts(JsonElement type, string name) =>
        type.TryGetProperty(name, out var texts) ? texts.EnumerateArray().Select(text => text.GetString() ?? "").ToEquatableArray() : EquatableArray<string>.Empty;
}
