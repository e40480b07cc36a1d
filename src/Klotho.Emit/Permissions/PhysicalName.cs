using System.Text.RegularExpressions;
using Klotho.Emit.Naming;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Permissions;

/// <summary>How resources are called at the provider, as far as it is known before they exist: the engine appends letters of its own.</summary>
internal static partial class PhysicalName
{
    /// <summary>The pattern with the names of the resource, and of those that its inputs name, filled in.</summary>
    public static string Fill(string pattern, Resource resource, Func<ResourceName, Resource?> find) => Hole().Replace(pattern, match => match.Groups["input"].Value switch
    {
        "region" or "account" => match.Value,
        "name" => Of(resource),
        var input => resource.Inputs.Find(input) is InputValue.Reference reference && find(reference.Resource) is { } other ? Of(other) : "*",
    });

    /// <summary>The pattern for whatever name.</summary>
    public static string Any(string pattern) => Hole().Replace(pattern, match => match.Groups["input"].Value is "region" or "account" ? match.Value : "*");

    private static string Of(Resource resource)
    {
        if (resource.Options.Import is { } existing)
        {
            return existing.Split('/', ':')[^1];
        }

        return NameInputs.Find(resource) switch
        {
            InputValue.Text name => name.Value,
            null => resource.Inputs.Find(NameInputs.Prefix) is InputValue.Text prefix ? $"{prefix.Value}*" : $"{resource.Name}-*",
            _ => "*",
        };
    }

    [GeneratedRegex(@"\{(?<input>[a-zA-Z]+)\}")]
    private static partial Regex Hole();
}
