using System.Collections.Frozen;
using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking.Json;

namespace Klotho.Planning.Locking;

/// <summary>Reads a lock file. Nothing in it is skipped: an entry that is lost would let a change pass that loses data.</summary>
public static class LockReader
{
    private static readonly string[] MergeMarks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

    public static LockReading Run(SourcePath path, string text)
    {
        if (Unmerged(path, text) is { } unmerged)
        {
            return Failed([unmerged]);
        }

        var (document, problem, location) = JsonTreeReader.Run(path, text);
        if (document is null)
        {
            return Failed([LockRules.NoJson.At(location, Shown(path), problem)]);
        }

        var faults = new LockFaults(Shown(path));
        if (LockFields.Of(document, "the lock", faults) is not { } fields)
        {
            return Failed(faults.All);
        }

        var version = fields.Number(LockKeys.VersionKey);
        if (version is { } other && other.Value != LockKeys.Version)
        {
            return Failed([LockRules.OtherVersion.At(other.Location, Shown(path), other.Value.ToString(CultureInfo.InvariantCulture), LockKeys.Version.ToString(CultureInfo.InvariantCulture))]);
        }

        var read = LockSections.Read(fields);
        return faults.All.Count > 0 ? Failed(faults.All) : new(read, Places(document), EquatableArray<KlothoDiagnostic>.Empty);
    }

    private static LockReading Failed(IEnumerable<KlothoDiagnostic> diagnostics) =>
        new(null, LockPlaces.Nowhere, diagnostics.OrderBy(diagnostic => diagnostic.Location).ToEquatableArray());

    private static string Shown(SourcePath path) => path.Value[(path.Value.LastIndexOf('/') + 1)..];

    /// <summary>The first mark that a merge left, where there is one.</summary>
    private static KlothoDiagnostic? Unmerged(SourcePath path, string text)
    {
        var lines = text.Split('\n');
        var marked = Array.FindIndex(lines, line => MergeMarks.Any(mark => line.StartsWith(mark, StringComparison.Ordinal)));
        return marked < 0 ? null : LockRules.Unmerged.At(
            new SourceLocation(path, marked + 1, 1, marked + 1, lines[marked].TrimEnd('\r').Length + 1), Shown(path));
    }

    private static LockPlaces Places(JsonTree document)
    {
        var places = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        foreach (var section in (document as JsonTree.Map)?.Members.Items ?? [])
        {
            Note(places, section.Name, section.NameLocation);
            foreach (var entry in (section.Value as JsonTree.Map)?.Members.Items ?? [])
            {
                Note(places, section.Name == LockKeys.Routes ? $"route:{entry.Name}" : entry.Name, entry.NameLocation);
            }

            foreach (var entry in (section.Value as JsonTree.List)?.Items.Items.OfType<JsonTree.Map>() ?? [])
            {
                var change = entry.Members.Items.FirstOrDefault(member => member.Name == LockKeys.Change)?.Value;
                Note(places, $"{section.Name} {(change as JsonTree.Text)?.Value}", change?.Location);
            }
        }

        return new(places.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static void Note(Dictionary<string, SourceLocation> places, string entry, SourceLocation? location)
    {
        if (location is not null)
        {
            places.TryAdd(entry, location);
        }
    }
}
