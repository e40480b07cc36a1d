using System.Text.Json;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Locking;

/// <summary>Kinds of edges and roles of payloads as the lock file spells them: <c>uses</c>, <c>message</c>.</summary>
public static class LockedWord
{
    private static readonly Dictionary<string, EdgeKind> Kinds = Enum.GetValues<EdgeKind>().ToDictionary(Of, StringComparer.Ordinal);

    private static readonly Dictionary<string, WireRole> Roles = Enum.GetValues<WireRole>().ToDictionary(Of, StringComparer.Ordinal);

    public static string Of(EdgeKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    public static string Of(WireRole role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    public static EdgeKind? EdgeOf(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    public static WireRole? RoleOf(string word) => Roles.TryGetValue(word, out var role) ? role : null;
}
