using System.Security.Cryptography;
using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Naming;

/// <summary>
/// Shorter names for resources whose own ones the provider would not take. The engine calls a resource by its logical name and
/// letters that it appends, so the logical name leaves room for them. A name that fits stays as it is: it is what the engine
/// knows a deployed resource by. One that does not fit ends in a part of its digest, so that names with the same beginning stay apart.
/// </summary>
public sealed class FittingNames
{
    private const int DigestLength = 6;

    private readonly Dictionary<ResourceName, ResourceName> shorter;

    private FittingNames(Dictionary<ResourceName, ResourceName> shorter) => this.shorter = shorter;

    public static FittingNames For(IEnumerable<Resource> resources) => new(resources
        .Select(resource => (resource.Name, Fitting: Of(resource)))
        .Where(name => name.Name != name.Fitting)
        .DistinctBy(name => name.Name)
        .ToDictionary(name => name.Name, name => name.Fitting));

    /// <summary>The resource under a name that fits, with the others under theirs.</summary>
    public Resource In(Resource resource) => shorter.Count == 0 ? resource : resource with
    {
        Name = In(resource.Name),
        Inputs = (InputValue.Map)In(resource.Inputs),
        Options = resource.Options with
        {
            DependsOn = resource.Options.DependsOn.Items.Select(In).ToEquatableArray(),
            Provider = resource.Options.Provider is { } provider ? In(provider) : null,
        },
    };

    public StackOutput In(StackOutput output) => output with { Value = In(output.Value) };

    /// <summary>The value with every reference by the name that fits.</summary>
    public InputValue In(InputValue value) => shorter.Count == 0 ? value : value switch
    {
        InputValue.Reference reference => reference with { Resource = In(reference.Resource) },
        InputValue.List list => InputValue.List.Of(list.Items.Items.Select(In)),
        InputValue.Map map => InputValue.Map.Of(map.Entries.Items.Select(entry => entry with { Value = In(entry.Value) })),
        InputValue.Interpolation interpolation => InputValue.Interpolation.Of(interpolation.Parts.Items.Select(In)),
        InputValue.Json json => new InputValue.Json(In(json.Document)),
        InputValue.Lookup { Arguments: { } arguments } lookup => lookup with { Arguments = (InputValue.Map)In(arguments) },
        _ => value,
    };

    private ResourceName In(ResourceName name) => shorter.GetValueOrDefault(name, name);

    private static ResourceName Of(Resource resource)
    {
        var limits = NameLimits.Current;
        var name = resource.Name.Value;
        return NameInputs.AreLeft(resource) && limits.Find(resource.Type)?.Most - limits.Appended - NameInputs.Suffix(resource) is { } room && name.Length > room
            ? new(Shortened(name, room))
            : resource.Name;
    }

    private static string Shortened(string name, int most)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..DigestLength];
        return $"{name[..(most - DigestLength - 1)].TrimEnd('-')}-{digest}";
    }
}
