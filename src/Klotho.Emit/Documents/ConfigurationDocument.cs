using System.Text;
using System.Text.Encodings.Web;
using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Documents;

/// <summary><c>effective-configuration.yaml</c>: every value in effect, in the shape of klotho.yaml, with its origin beside it.</summary>
public static class ConfigurationDocument
{
    public static OutputFile Print(EquatableArray<EffectiveEntry> entries)
    {
        var text = new StringBuilder("# Every value in effect and where it comes from. Written by klotho compile; change klotho.yaml instead.\n");
        string[] open = [];
        foreach (var entry in entries.Items.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var keys = entry.Key.Split('.');
            var shared = open.Zip(keys[..^1]).TakeWhile(pair => pair.First == pair.Second).Count();
            for (var depth = shared; depth < keys.Length - 1; depth++)
            {
                text.Append(' ', depth * 2).Append(keys[depth]).Append(":\n");
            }

            text.Append(' ', (keys.Length - 1) * 2).Append(keys[^1]).Append(": ").Append(Value(entry.Value)).Append("  # ").Append(entry.Origin).Append('\n');
            open = keys[..^1];
        }

        return new(new("effective-configuration.yaml"), text.ToString());
    }

    private static string Value(ParameterValue value) => value is ParameterValue.Text text
        ? $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text.Value)}\""
        : value.ToString() ?? "";
}
