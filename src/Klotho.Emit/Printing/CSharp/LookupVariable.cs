using System.Globalization;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>A local variable that holds what a provider function answers.</summary>
internal static class LookupVariable
{
    /// <summary><c>region</c>, <c>callerIdentityAccountId</c>, <c>availabilityZonesNames0</c>.</summary>
    public static string NameOf(InputValue.Lookup lookup)
    {
        var subject = CSharpSdk.ClassOf(lookup.Function)["Get".Length..];
        var output = CSharpText.Pascal(lookup.Output);
        var index = lookup.Index?.ToString(CultureInfo.InvariantCulture) ?? "";
        return CSharpText.Camel(CSharpText.Pascal(lookup.Label) + (subject == output ? subject : subject + output)) + index;
    }

    public static string Declaration(InputValue.Lookup lookup, ValuePrinter printer)
    {
        var sdk = CSharpSdk.Current;
        var index = lookup.Index is { } number ? string.Create(CultureInfo.InvariantCulture, $"[{number}]") : "";
        return $"var {NameOf(lookup)} = {printer.Call(lookup)}.Apply(result => result.{sdk.Property(lookup.Function.Value, lookup.Output)}{index});";
    }
}
