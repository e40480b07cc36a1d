using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Klotho.Planning.Yaml;

/// <summary>Builds the tree from the parser's events, and rejects what would make a value stand elsewhere than it is used.</summary>
internal sealed class YamlTreeBuilder(YamlEvents events, List<KlothoDiagnostic> diagnostics)
{
    /// <summary>No key of klotho.yaml stands deeper than 7 levels; a bound keeps hostile input from exhausting the stack.</summary>
    private const int MaximumDepth = 32;

    public YamlNode? Document()
    {
        YamlNode? root = null;
        var documents = 0;
        while (events.Next() is { } item)
        {
            if (item is DocumentStart && ++documents == 2)
            {
                diagnostics.Add(YamlRules.SeveralDocuments.At(events.Span(item)));
                return root;
            }

            if (item is NodeEvent)
            {
                root = Node(item, 0);
            }
        }

        return root;
    }

    private YamlNode? Node(ParsingEvent item, int depth)
    {
        if (depth > MaximumDepth)
        {
            events.Fail(events.Span(item), $"it nests deeper than {MaximumDepth} levels.");
            return null;
        }

        Reject(item);
        return item switch
        {
            Scalar scalar => new YamlScalar(events.Span(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain),
            MappingStart start => Mapping(start, depth),
            SequenceStart start => Sequence(start, depth),
            AnchorAlias => new YamlScalar(events.Span(item), "", Plain: true),
            _ => null,
        };
    }

    private YamlMapping? Mapping(MappingStart start, int depth)
    {
        var entries = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        var order = new List<YamlEntry>();
        ParsingEvent last = start;
        while (events.Next() is { } item)
        {
            if (item is MappingEnd)
            {
                return new(start.Style == MappingStyle.Flow ? events.Braced(start, item) : events.Span(start, last), order.ToEquatableArray());
            }

            var key = Key(item, depth);
            if (events.Next() is not { } following || Node(following, depth + 1) is not { } value)
            {
                return null;
            }

            last = following;
            if (key is null)
            {
                continue;
            }

            var entry = new YamlEntry(key, value);
            if (entries.TryAdd(key.Text, entry))
            {
                order.Add(entry);
            }
            else
            {
                var first = entries[key.Text].Key.Location;
                diagnostics.Add(YamlRules.DuplicateKey.At([key.Location, first], key.Text, $"{first.Line}"));
            }
        }

        return null;
    }

    private YamlScalar? Key(ParsingEvent item, int depth)
    {
        var key = Node(item, depth + 1);
        if (item is AnchorAlias)
        {
            return null;
        }

        if (key is YamlScalar { Plain: true, Text: "<<" })
        {
            diagnostics.Add(YamlRules.Feature.At(key.Location, "A merge key", "Write the keys out."));
            return null;
        }

        if (key is YamlMapping or YamlSequence)
        {
            diagnostics.Add(YamlRules.Malformed.At(key.Location, $"a key must be a text, and this is {key.Describe()}."));
        }

        return key as YamlScalar;
    }

    private YamlSequence? Sequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        ParsingEvent last = start;
        while (events.Next() is { } item)
        {
            if (item is SequenceEnd)
            {
                return new(start.Style == SequenceStyle.Flow ? events.Braced(start, item) : events.Span(start, last), items.ToEquatableArray());
            }

            last = item;
            if (Node(item, depth + 1) is not { } read)
            {
                return null;
            }

            items.Add(read);
        }

        return null;
    }

    private void Reject(ParsingEvent item)
    {
        if (item is AnchorAlias alias)
        {
            diagnostics.Add(YamlRules.Feature.At(events.Span(item), $"The alias `*{alias.Value}`", "Write the value out."));
        }
        else if (item is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            diagnostics.Add(YamlRules.Feature.At(events.Span(item), $"The anchor `&{anchored.Anchor.Value}`", "Remove it, and write the value out where it is used."));
        }

        if (item is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            diagnostics.Add(YamlRules.Feature.At(events.Span(item), $"The tag `{(tagged.Tag.IsNonSpecific ? "!" : tagged.Tag.Value)}`", "Remove it."));
        }
    }
}
