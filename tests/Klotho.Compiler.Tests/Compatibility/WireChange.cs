using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Compatibility;

/// <summary>A change of a payload's type <c>P</c>, as Cases/Compatibility/changes.txt writes it: a name, the code before, the code after.</summary>
internal sealed record WireChange(int Number, string Name, string Before, string After)
{
    public static IReadOnlyList<WireChange> All { get; } = [.. Golden.Read("Compatibility", "", "changes.txt")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(text => text.Trim().Split('\n'))
        .Select((lines, index) => new WireChange(index, lines[0].TrimStart('#', ' '), lines[1], lines[2]))];

    /// <summary>All changes as one source, so that they are compiled once.</summary>
    public static string Source => string.Concat(
        All.Select(change => $"namespace {change.Space("Before")} {{ {change.Before} }}\nnamespace {change.Space("After")} {{ {change.After} }}\n")
            .Prepend("using System.Text.Json;\nusing System.Text.Json.Serialization;\n"));

    public string Space(string side) => $"Change{Number}.{side}";
}
