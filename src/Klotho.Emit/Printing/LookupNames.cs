using System.Globalization;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing;

/// <summary>The lookups of a component, and the local variables that hold what they answer.</summary>
internal static class LookupNames
{
    /// <summary><c>region</c>, <c>callerIdentityAccountId</c>, <c>availabilityZonesNames0</c>.</summary>
    public static string NameOf(InputValue.Lookup lookup)
    {
        var subject = CSharpSdk.ClassOf(lookup.Function)["Get".Length..];
        var output = CSharpText.Pascal(lookup.Output);
        var index = lookup.Index?.ToString(CultureInfo.InvariantCulture) ?? "";
        return CSharpText.Camel(CSharpText.Pascal(lookup.Label) + (subject == output ? subject : subject + output)) + index;
    }

    /// <summary>Each lookup once, by name.</summary>
    public static IReadOnlyList<InputValue.Lookup> In(IEnumerable<InputValue> values) =>
        [.. values.SelectMany(value => value.DescendantsAndSelf()).OfType<InputValue.Lookup>().DistinctBy(NameOf).OrderBy(NameOf, StringComparer.Ordinal)];
}
