using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>
/// Reads the graphs of golden cases: <c>kv:slides at App.cs:3</c> is a node,
/// <c>pubsub:uploaded Delivers exec_unit:ocr as OcrWorker.Handle at Ocr.cs:9</c> is an edge,
/// and <c>from GET_/search at Program.cs:4</c> behind it says where the path begins.
/// </summary>
internal static class CaseGraph
{
    public static CapabilityGraph Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .ToArray();
        return new(
            new("case"),
            lines.Where(words => words[1] == "at")
                .Select(CapabilityNode (words) => new PlainNode(Id(words[0]), new([Place(words[2])])))
                .OrderBy(node => node.Id)
                .ToEquatableArray(),
            lines.Where(words => words[1] != "at")
                .Select(Edge)
                .OrderBy(edge => (edge.From, edge.To, edge.Kind))
                .ToEquatableArray());
    }

    private static CapabilityEdge Edge(string[] words) => new(
        Id(words[0]),
        Id(words[2]),
        Enum.Parse<EdgeKind>(words[1]),
        words.Length < 7 ? EquatableArray<OperationUse>.Empty : new([new(words[4], new([.. Start(words[7..]), new(words[4], Place(words[6]))]))]));

    private static IEnumerable<WitnessStep> Start(string[] words) => words is ["from", var symbol, "at", var place] ? [new(symbol, Place(place))] : [];

    private static NodeId Id(string text) => new(new(text.Split(':')[0]), text.Split(':')[1]);

    private static SourceLocation Place(string text)
    {
        var line = int.Parse(text.Split(':')[1], CultureInfo.InvariantCulture);
        return new(new(text.Split(':')[0]), line, 1, line, 2);
    }
}
