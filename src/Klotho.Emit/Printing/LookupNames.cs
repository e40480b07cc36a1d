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
        var subject = Subject(lookup);
        var output = CSharpText.Pascal(lookup.Output);
        var index = lookup.Index?.ToString(CultureInfo.InvariantCulture) ?? "";
        return CSharpText.Camel(CSharpText.Pascal(lookup.Label) + (subject == output ? subject : subject + output)) + index;
    }

    /// <summary><c>authorizationTokenAnswer</c>: all that one call answers.</summary>
    public static string OfAnswer(InputValue.Lookup lookup) => CSharpText.Camel($"{CSharpText.Pascal(lookup.Label)}{Subject(lookup)}Answer");

    /// <summary>Each lookup once, by name.</summary>
    public static IReadOnlyList<InputValue.Lookup> In(IEnumerable<InputValue> values) =>
        [.. values.SelectMany(value => value.DescendantsAndSelf()).OfType<InputValue.Lookup>().DistinctBy(NameOf).OrderBy(NameOf, StringComparer.Ordinal)];

    /// <summary>All variables that lookups take.</summary>
    public static IEnumerable<string> All(IReadOnlyList<InputValue.Lookup> lookups) =>
        lookups.Select(NameOf).Concat(LookupCall.Of(lookups).Select(call => call.Variable).OfType<string>());

    private static string Subject(InputValue.Lookup lookup) => CSharpSdk.ClassOf(lookup.Function)["Get".Length..];
}
