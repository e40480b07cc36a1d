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
}
