using System.Text;
using System.Text.Json;
using Klotho.Cli.Editing;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Init;

/// <summary>Shows proposals: what for, then the differences.</summary>
internal static class InitPrinter
{
    public static string Text(IReadOnlyList<InitProposal> proposals, DisplayPaths paths)
    {
        var text = new StringBuilder();
        foreach (var proposal in proposals)
        {
            text.Append($"{paths.Shown(proposal.File)}: {string.Join("; ", proposal.Whys)}\n");
        }

        return text.Append(proposals.Count > 0 ? "\n" : "").Append(Diff(proposals, paths)).Append(proposals.Count > 0 ? "\n" : "").ToString();
    }

    public static void Json(Utf8JsonWriter json, IReadOnlyList<InitProposal> proposals, bool written, DisplayPaths paths)
    {
        json.WriteStartArray("proposals");
        foreach (var proposal in proposals)
        {
            json.WriteStartObject();
            json.WriteString("file", paths.Shown(proposal.File));
            json.WriteBoolean("new", proposal.Before is null);
            json.WriteStartArray("adds");
            foreach (var why in proposal.Whys)
            {
                json.WriteStringValue(why);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("diff", Diff(proposals, paths));
        json.WriteBoolean("written", written);
    }

    private static string Diff(IEnumerable<InitProposal> proposals, DisplayPaths paths) =>
        string.Concat(proposals.Select(proposal => LineDiff.Of(paths.Shown(proposal.File), proposal.Before ?? "", proposal.After)));
}
