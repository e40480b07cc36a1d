using System.Text;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking.Json;

/// <summary>Turns offsets in UTF-8 into lines and columns as editors count them.</summary>
internal sealed class JsonPlaces
{
    private readonly SourcePath path;
    private readonly byte[] bytes;
    private readonly List<int> starts = [0];

    public JsonPlaces(SourcePath path, byte[] bytes)
    {
        this.path = path;
        this.bytes = bytes;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] == '\n')
            {
                starts.Add(index + 1);
            }
        }
    }

    public SourceLocation At(int start, int end)
    {
        var (line, column) = Place(start);
        var (endLine, endColumn) = Place(end);
        return new(path, line, column, endLine, endColumn);
    }

    /// <summary>A place that is given by its line and the bytes before it there, both from 0.</summary>
    public SourceLocation At(int line, int position, int length)
    {
        var start = starts[Math.Clamp(line, 0, starts.Count - 1)] + position;
        return At(start, start + length);
    }

    private (int Line, int Column) Place(int offset)
    {
        var bounded = Math.Clamp(offset, 0, bytes.Length);
        var found = starts.BinarySearch(bounded);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, Encoding.UTF8.GetCharCount(bytes, starts[line], bounded - starts[line]) + 1);
    }
}
