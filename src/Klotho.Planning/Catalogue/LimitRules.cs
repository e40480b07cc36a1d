using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Catalogue;

/// <summary>Limits that one node's host sets for another node; any candidate may report them.</summary>
public static class LimitRules
{
    public static readonly DiagnosticRule BeyondNeighbour = new(
        new("KL2014"), Severity.Warning, "Directive beyond a neighbour's limit",
        "`{0}` is {1}, but {2}. Set it to {3} at most.");

    public static readonly DiagnosticRule CallsBeyondGateway = new(
        new("KL2019"), Severity.Info, "Calls may take longer than the gateway waits",
        "`{0}` may wait for {1}, but {2}. Lower the units' `timeout`, or let a message of a topic start what need not be answered.");

    public static readonly EquatableArray<DiagnosticRule> All = new([BeyondNeighbour]);
}
