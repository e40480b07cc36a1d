using Klotho.Analysis.Graph;
using Klotho.Planning.Keys;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Configuration;

/// <summary>
/// Reads a setting of the command line, <c>execution_units.ocr.type=fargate</c>, as if it stood in a file that holds
/// nothing else: the same model checks it.
/// </summary>
public static class OverrideReader
{
    /// <summary>The option that gives them.</summary>
    public const string Option = "--set";

    public static KeyFindings Run(string text, MappingKey model)
    {
        var findings = new KeyFindings();
        var path = new SourcePath($"{Option} {text}");
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var end = equals < 0 ? text.Length : equals;

        // Blanks in place of the key, so that places in the value are those in the option.
        var value = YamlReader.Run(path, new string(' ', end + 1) + (equals < 0 ? "" : text[(equals + 1)..]));
        findings.Diagnostics.AddRange(value.Diagnostics);
        if (findings.Diagnostics.Count == 0)
        {
            var nothing = new YamlScalar(Span(path, end, end), "", Plain: true);
            var root = Nest(path, text[..end], 0, value.Root ?? nothing);
            var read = new KeyFindings();
            model.Check(new KeyPlace("", root.Location), root, read);
            findings.Diagnostics.AddRange(read.Diagnostics);
            findings.Mentions.AddRange(read.Mentions);
            findings.Settings.AddRange(read.Settings.Select(setting => setting with { Option = path.Value }));
        }

        return findings;
    }

    private static YamlMapping Nest(SourcePath path, string keys, int start, YamlNode value)
    {
        var dot = keys.IndexOf('.', start);
        var end = dot < 0 ? keys.Length : dot;
        var key = new YamlScalar(Span(path, start, end), keys[start..end], Plain: true);
        return new(key.Location, new([new(key, dot < 0 ? value : Nest(path, keys, dot + 1, value))]));
    }

    private static SourceLocation Span(SourcePath path, int start, int end) => new(path, 1, start + 1, 1, end + 1);
}
