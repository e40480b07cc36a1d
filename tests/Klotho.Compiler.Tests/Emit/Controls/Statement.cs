using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>What controls ask of a statement of a policy.</summary>
internal static class Statement
{
    public static bool Is(InputValue.Map statement, string effect) => statement.Find("Effect") is InputValue.Text text && text.Value == effect;

    public static IEnumerable<string> Actions(InputValue.Map statement) => PolicyText.Texts(statement.Find("Action"));

    public static IEnumerable<string> On(InputValue.Map statement) => PolicyText.Texts(statement.Find("Resource"));

    /// <summary>Accounts, services and <c>*</c>.</summary>
    public static IEnumerable<string> Principals(InputValue.Map statement) => statement.Find("Principal") switch
    {
        InputValue.Map map => map.Entries.Items.SelectMany(entry => PolicyText.Texts(entry.Value)),
        { } other => PolicyText.Texts(other),
        null => [],
    };

    public static bool Covers(InputValue.Map statement, string action) => Actions(statement).Any(pattern =>
        pattern == action || (pattern.EndsWith('*') && action.StartsWith(pattern[..^1], StringComparison.Ordinal)));
}
