using Klotho.Analysis.Collections;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// All that neighbours may judge a variant by: variants of one node that share it need the same beside any neighbour, whatever their
/// sizes and prices.
/// </summary>
/// <param name="Type">The candidate.</param>
/// <param name="Portability">What it runs on.</param>
/// <param name="Network">Where it can be reached.</param>
/// <param name="MaxPayload">The largest request, message or item.</param>
/// <param name="Facilities">What it shares with others whatever they are, sorted.</param>
public sealed record HostProfile(
    CandidateType Type, Portability Portability, NetworkPlace Network, DataSize? MaxPayload, EquatableArray<FacilityId> Facilities);
