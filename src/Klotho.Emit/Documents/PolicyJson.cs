using System.Text.Json;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Documents;

/// <summary>Policy documents as JSON, a statement on a line; what only the deployment knows stands as <c>${slides.arn}</c>.</summary>
internal static class PolicyJson
{
    public static void Document(this Utf8JsonWriter writer, string name, InputValue.Map document)
    {
        writer.WritePropertyName(name);
        writer.Object(() => writer.Members(document));
    }

    /// <summary>The members of a document that has the file to itself.</summary>
    public static void Members(this Utf8JsonWriter writer, InputValue.Map document)
    {
        writer.WriteString("Version", ValueText.Of(document.Find("Version") ?? ""));
        writer.Lines("Statement", PolicyText.Statements(document), (line, statement) => line.Value(statement));
    }

    /// <summary>A value of a document.</summary>
    public static void Value(this Utf8JsonWriter writer, InputValue value)
    {
        switch (value)
        {
            case InputValue.Map map:
                writer.Object(() =>
                {
                    foreach (var entry in map.Entries)
                    {
                        writer.WritePropertyName(entry.Name);
                        writer.Value(entry.Value);
                    }
                });
                break;
            case InputValue.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    writer.Value(item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(ValueText.Of(value));
                break;
        }
    }
}
