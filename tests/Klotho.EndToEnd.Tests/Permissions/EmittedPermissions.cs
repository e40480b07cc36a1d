using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>An emitted <c>permissions.json</c>, its references resolved to what runs on the emulators, and the code's uses of <c>graph.json</c>.</summary>
internal sealed partial class EmittedPermissions
{
    private readonly Dictionary<string, string> _types;
    private readonly List<(string Resource, JsonNode Document)> _resourcePolicies;

    private EmittedPermissions(JsonNode permissions, JsonNode graph, string program)
    {
        _types = Items(permissions, "resources").ToDictionary(resource => Text(resource, "name"), resource => Text(resource, "type"), StringComparer.Ordinal);
        Roles = [.. Items(permissions, "roles").Select(Role)];
        _resourcePolicies = [.. Items(permissions, "resourcePolicies").Select(policy => Resolved(policy["document"]))
            .Select(document => (Texts(Items(document, "Statement").First()["Resource"]).First().Replace("/*", "", StringComparison.Ordinal), document))];
        Uses = [.. Items(graph, "edges").SelectMany(edge => Items(edge, "operations").Select(operation => (Text(edge, "from"), Text(edge, "to"), Text(edge, "kind"), Text(operation, "name"))))];
        StoreUsers = [.. StoreUser().Matches(program).Select(user => (user.Groups["name"].Value, user.Groups["commands"].Value))];
        ScheduleInputs = Schedule().Matches(program).ToDictionary(schedule => schedule.Groups["name"].Value, schedule => schedule.Groups["input"].Value, StringComparer.Ordinal);
    }

    public IReadOnlyList<GrantedRole> Roles { get; }

    /// <summary>What the analysis found: who does what with whom.</summary>
    public IReadOnlyList<(string From, string To, string Kind, string Operation)> Uses { get; }

    /// <summary>Who signs in to stores in memory, and the commands that they may give.</summary>
    public IReadOnlyList<(string Name, string Commands)> StoreUsers { get; }

    /// <summary>What each schedule hands to the function that it starts.</summary>
    public IReadOnlyDictionary<string, string> ScheduleInputs { get; }

    public static EmittedPermissions Read(string folder) => new(
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "permissions.json"))) ?? new JsonObject(),
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "graph.json"))) ?? new JsonObject(),
        string.Join('\n', Directory.EnumerateFiles(Path.Combine(folder, "infra"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)));

    /// <summary>The unit that a schedule starts.</summary>
    public string StartedBy(string schedule) => Uses.First(use => use.Kind == "triggers" && use.From == $"schedule:{schedule}").To.Split(':')[1];

    /// <summary>The type of a resource, or null where there is none of that name.</summary>
    public string? TypeOf(string resource) => _types.GetValueOrDefault(resource);

    public GrantedRole RoleOf(string unit) => Roles.Single(role => role.Name == $"{unit}-role");

    /// <summary>The policy of the bucket, topic or queue itself; null where it has none.</summary>
    public JsonNode? PolicyOf(string resource) =>
        _resourcePolicies.Where(policy => resource == policy.Resource || resource.StartsWith($"{policy.Resource}/", StringComparison.Ordinal)).Select(policy => policy.Document).FirstOrDefault();

    private GrantedRole Role(JsonNode role)
    {
        var policies = Items(role, "policies").Select(policy => Resolved(policy["document"])).ToList();
        return new(
            Text(role, "name"),
            Text(role, "of"),
            Resolved(role["trust"]),
            policies,
            policies.SelectMany(policy => Items(policy, "Statement")).Where(statement => Text(statement, "Effect") == "Allow")
                .SelectMany(statement => Texts(statement["Action"]).SelectMany(action => Texts(statement["Resource"]).Select(resource => new AwsCall(action, resource))))
                .ToHashSet(),
            [.. Items(role, "grants").SelectMany(grant => Texts(grant["actions"]).Select(action => new Grant(
                new(action, Resolve(Text(grant, "on"))), grant["target"]?.GetValue<string>(), [.. Items(grant, "operations").Select(name => name.GetValue<string>())])))]);
    }

    private JsonNode Resolved(JsonNode? document) => JsonNode.Parse(Resolve(document?.ToJsonString() ?? "{}")) ?? new JsonObject();

    private string Resolve(string text) => Reference().Replace(text, match => match.Groups["name"].Value switch
    {
        "accountId" => Arns.Account,
        "region" => Arns.Region,
        var name when name.Split('.') is [var resource, var output] => Arns.Of(resource, _types[resource], output),
        var name => throw new InvalidOperationException($"Nothing is known of {name}."),
    });

    private static IEnumerable<JsonNode> Items(JsonNode? node, string name) => (node?[name] as JsonArray ?? []).OfType<JsonNode>();

    private static IEnumerable<string> Texts(JsonNode? node) => node is JsonArray array ? array.OfType<JsonNode>().Select(item => item.GetValue<string>()) : [node?.GetValue<string>() ?? ""];

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";

    [GeneratedRegex("Aws\\.(ElastiCache|MemoryDb)\\.User\\(\"(?<name>[^\"]+)\".*?AccessString = \"(?<commands>[^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex StoreUser();

    [GeneratedRegex("Scheduler\\.Schedule\\(\"(?<name>[^\"]+)\".*?Input = \"\"\"(?<input>.*?)\"\"\"", RegexOptions.Singleline)]
    private static partial Regex Schedule();

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}")]
    private static partial Regex Reference();
}
