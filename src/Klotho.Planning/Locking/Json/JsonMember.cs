using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking.Json;

/// <summary>A named value of a JSON object, and where the name stands.</summary>
internal sealed record JsonMember(string Name, JsonTree Value, SourceLocation? NameLocation = null)
{
    public override string ToString() => $"{JsonTree.Quoted(Name)}: {Value}";
}
