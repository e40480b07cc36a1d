namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>An application as it is hosted in one way: what its units may do, and what they did.</summary>
/// <param name="Application">The application's name.</param>
/// <param name="Hosts">What hosts its units, as the table says it.</param>
/// <param name="Permissions">What was emitted.</param>
/// <param name="OnLambda">The units on Lambda, which hands them their messages.</param>
/// <param name="Called">What each unit called, and what schedules were started with.</param>
internal sealed record ClosureCase(
    string Application, string Hosts, EmittedPermissions Permissions, IReadOnlySet<string> OnLambda, SortedDictionary<string, IReadOnlySet<AwsCall>> Called)
{
    /// <summary>The calls of a unit by its code; Lambda itself asks the queues for units there.</summary>
    public IEnumerable<AwsCall> CallsOf(string unit) =>
        Called[unit].Where(call => !OnLambda.Contains(unit) || !call.Action.StartsWith("sqs:", StringComparison.Ordinal));

    public override string ToString() => $"{Application}, {Hosts}";
}
