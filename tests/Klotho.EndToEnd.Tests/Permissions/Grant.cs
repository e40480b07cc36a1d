namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>Why a role may do something: <c>permissions.json</c> names the operations of the code that need it, or the host does.</summary>
internal sealed record Grant(AwsCall What, string? Target, IReadOnlyList<string> Operations);
