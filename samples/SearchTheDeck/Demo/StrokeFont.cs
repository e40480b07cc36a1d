using System.Globalization;

namespace SearchTheDeck.Demo;

/// <summary>The font of the demo slides, so that drawing them needs no font and no library on the machine.</summary>
public sealed class StrokeFont
{
    /// <summary>The height of a capital letter in the units of the glyphs.</summary>
    public const float CapitalHeight = 14;

    private const float Space = 4.5f;
    private const int DegreesPerStep = 10;

    private readonly Dictionary<char, Glyph> _glyphs = [];

    private StrokeFont(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(' ');
            _glyphs.Add(line[0], new Glyph(Number(parts[1]), Strokes(new Queue<string>(parts[2..]))));
        }
    }

    public static StrokeFont Default { get; } = Load();

    /// <summary>The glyph of a character, or null where there is nothing to draw.</summary>
    public Glyph? Find(char character) => _glyphs.GetValueOrDefault(character);

    /// <summary>How far the pen moves on after a character, before any space between letters.</summary>
    public float Advance(char character) => Find(character)?.Width ?? Space;

    private static StrokeFont Load()
    {
        using var stream = typeof(StrokeFont).Assembly.GetManifestResourceStream("StrokeFont.txt")
            ?? throw new InvalidOperationException("The font is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return new StrokeFont(reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    private static List<PointF[]> Strokes(Queue<string> commands)
    {
        var strokes = new List<List<PointF>>();
        while (commands.TryDequeue(out var command))
        {
            if (command is "M" or "a")
            {
                strokes.Add([]);
            }

            strokes[^1].AddRange(command is "M" or "L" ? [Point(commands)] : Arc(commands));
        }

        return strokes.ConvertAll(stroke => stroke.ToArray());
    }

    private static PointF Point(Queue<string> numbers) => new(Next(numbers), Next(numbers));

    private static IEnumerable<PointF> Arc(Queue<string> numbers)
    {
        var (center, radius) = (Point(numbers), Point(numbers));
        var (from, to) = (Next(numbers), Next(numbers));
        var steps = (int)MathF.Ceiling(MathF.Abs(to - from) / DegreesPerStep);
        return Enumerable.Range(0, steps + 1).Select(step =>
        {
            var (sine, cosine) = MathF.SinCos((from + ((to - from) * step / steps)) * MathF.PI / 180);
            return new PointF(center.X + (radius.X * cosine), center.Y + (radius.Y * sine));
        });
    }

    private static float Next(Queue<string> numbers) => Number(numbers.Dequeue());

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
