using System.Text.Json.Nodes;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>A role of the emitted program.</summary>
/// <param name="Name">The role.</param>
/// <param name="Of">The node that it is for: <c>exec_unit:ocr</c>.</param>
/// <param name="Trust">Who may take it on.</param>
/// <param name="Policies">Its policies, with the emulators' ARNs.</param>
/// <param name="Allowed">Each action on each resource that they allow.</param>
/// <param name="Grants">Why.</param>
internal sealed record GrantedRole(string Name, string Of, JsonNode Trust, IReadOnlyList<JsonNode> Policies, IReadOnlySet<AwsCall> Allowed, IReadOnlyList<Grant> Grants);
