using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Printing;

/// <summary>
/// One call of a provider function, and what is taken from its answer. It is made once: what belongs together, as a name and its
/// password, is then of one answer.
/// </summary>
internal sealed record LookupCall(EquatableArray<InputValue.Lookup> Lookups)
{
    /// <summary>The variable that holds the whole answer, where more than one thing is taken from it.</summary>
    public string? Variable => Lookups.Count > 1 ? LookupNames.OfAnswer(Lookups[0]) : null;

    /// <summary>The calls behind some lookups, in the order of their names.</summary>
    public static IEnumerable<LookupCall> Of(IEnumerable<InputValue.Lookup> lookups) =>
        lookups.GroupBy(lookup => (lookup.Function, lookup.Label)).Select(call => new LookupCall(call.ToEquatableArray()));

    /// <summary>The lines that declare the variables of some lookups.</summary>
    /// <param name="lookups">What is looked up.</param>
    /// <param name="keyword">What a declaration begins with.</param>
    /// <param name="call">How a function is called.</param>
    /// <param name="part">How something is taken from an answer, with where it stands in a list: <c>[0]</c>.</param>
    public static IEnumerable<string> Declarations(
        IEnumerable<InputValue.Lookup> lookups, string keyword, Func<InputValue.Lookup, string> call, Func<InputValue.Lookup, string, string> part)
    {
        foreach (var each in Of(lookups))
        {
            if (each.Variable is { } answer)
            {
                yield return $"{keyword} {answer} = {call(each.Lookups[0])};";
            }

            foreach (var lookup in each.Lookups)
            {
                var index = lookup.Index is { } number ? string.Create(CultureInfo.InvariantCulture, $"[{number}]") : "";
                yield return $"{keyword} {LookupNames.NameOf(lookup)} = {each.Variable ?? call(lookup)}{part(lookup, index)};";
            }
        }
    }
}
