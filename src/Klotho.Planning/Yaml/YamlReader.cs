using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Yaml;

/// <summary>Reads the text of a YAML file into a tree with places. Whatever the text, it returns; it never throws.</summary>
public static class YamlReader
{
    private const char ByteOrderMark = '\ufeff';

    public static YamlResult Run(SourcePath path, string text)
    {
        // Editors don't show the mark, so columns count from behind it.
        var visible = text.StartsWith(ByteOrderMark) ? text[1..] : text;
        var lines = new LineMap(path, visible);
        var characters = YamlCharacters.Check(visible, lines).ToEquatableArray();
        if (characters.Count > 0)
        {
            return new(null, characters);
        }

        var diagnostics = new List<KlothoDiagnostic>();
        var events = new YamlEvents(visible, lines);
        var root = new YamlTreeBuilder(events, diagnostics).Document();
        if (events.Failure is { } failure)
        {
            diagnostics.Add(failure);
        }

        return new(root, diagnostics.ToEquatableArray());
    }
}
