using Klotho.Analysis.Graph;

namespace Klotho.Planning.Yaml;

/// <summary>
/// Turns offsets into lines and columns the way compilers and editors count them: LF and CRLF end a line, columns
/// count UTF-16 units. (The parser's own line numbers also count line breaks that YAML 1.2 does not know.)
/// </summary>
internal sealed class LineMap
{
    private readonly SourcePath path;
    private readonly int length;
    private readonly List<int> starts = [0];

    public LineMap(SourcePath path, string text)
    {
        this.path = path;
        length = text.Length;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n')))
            {
                starts.Add(index + 1);
            }
        }
    }

    public SourceLocation Span(long start, long end)
    {
        var (line, column) = Place(start);
        var (endLine, endColumn) = Place(Math.Max(start, end));
        return new(path, line, column, endLine, endColumn);
    }

    /// <summary>The place of a line and column in the text.</summary>
    public int Offset(int line, int column) => Math.Clamp(starts[Math.Clamp(line, 1, starts.Count) - 1] + column - 1, 0, length);

    private (int Line, int Column) Place(long offset)
    {
        var bounded = (int)Math.Clamp(offset, 0, length);
        var found = starts.BinarySearch(bounded);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, bounded - starts[line] + 1);
    }
}
