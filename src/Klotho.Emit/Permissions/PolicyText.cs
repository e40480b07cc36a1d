using Klotho.Emit.Resources;

namespace Klotho.Emit.Permissions;

/// <summary>Reads policy documents, in which a single value may stand where a list of them may.</summary>
public static class PolicyText
{
    public static IEnumerable<InputValue.Map> Statements(InputValue.Map document) => document.Find("Statement") switch
    {
        InputValue.List list => list.Items.Items.OfType<InputValue.Map>(),
        InputValue.Map only => [only],
        _ => [],
    };

    /// <summary>Actions, resources or principals as text.</summary>
    public static IEnumerable<string> Texts(InputValue? value) => value switch
    {
        null => [],
        InputValue.List list => list.Items.Items.Select(ValueText.Of),
        _ => [ValueText.Of(value)],
    };

    /// <summary>Conditions, each as <c>ArnEquals aws:SourceArn ${topic.arn}</c>.</summary>
    public static IEnumerable<string> Conditions(InputValue.Map statement) =>
        ((statement.Find("Condition") as InputValue.Map)?.Entries.Items ?? []).SelectMany(comparison =>
            ((comparison.Value as InputValue.Map)?.Entries.Items ?? []).Select(key => $"{comparison.Name} {key.Name} {string.Join(" or ", Texts(key.Value))}"));
}
