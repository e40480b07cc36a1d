namespace SearchTheDeck.Demo;

/// <summary>A picture to draw on: rectangles, lines and text with smooth edges.</summary>
public sealed class Canvas
{
    private readonly byte[] _pixels;

    public Canvas(int width, int height, Rgb background)
    {
        (Width, Height) = (width, height);
        _pixels = new byte[width * height * 3];
        FillRectangle(0, 0, width, height, background);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green and blue of each pixel, row by row.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    public void FillRectangle(int left, int top, int width, int height, Rgb color)
    {
        for (var y = Math.Max(0, top); y < Math.Min(Height, top + height); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(Width, left + width); x++)
            {
                Blend(x, y, color, 1);
            }
        }
    }

    /// <summary>Draws a line through points with a round pen.</summary>
    public void DrawLine(PointF[] points, float thickness, Rgb color) => DrawStrokes([points], thickness, color);

    /// <summary>Draws text, the top of its capitals at <paramref name="top"/>; returns where it ends.</summary>
    /// <param name="size">The height of capitals in pixels.</param>
    /// <param name="weight">The thickness of the pen as a part of <paramref name="size"/>.</param>
    public float DrawText(string text, float left, float top, float size, Rgb color, float weight = 0.13f)
    {
        var scale = size / StrokeFont.CapitalHeight;
        foreach (var character in text)
        {
            if (StrokeFont.Default.Find(character) is { } glyph)
            {
                var strokes = glyph.Strokes.Select(stroke => stroke.Select(point => new PointF(left + (point.X * scale), top + (point.Y * scale))).ToArray());
                DrawStrokes([.. strokes], weight * size, color);
            }

            left += Advance(character, size, weight);
        }

        return left;
    }

    /// <summary>How wide <see cref="DrawText"/> makes a text.</summary>
    public static float Measure(string text, float size, float weight = 0.13f) =>
        text.Sum(character => Advance(character, size, weight));

    private static float Advance(char character, float size, float weight) =>
        (StrokeFont.Default.Advance(character) * size / StrokeFont.CapitalHeight) + (size * (weight + 0.11f));

    private void DrawStrokes(IReadOnlyList<PointF[]> strokes, float thickness, Rgb color)
    {
        var margin = (thickness / 2) + 1;
        var points = strokes.SelectMany(stroke => stroke).ToList();
        var (left, right) = ((int)(points.Min(point => point.X) - margin), (int)(points.Max(point => point.X) + margin));
        var (top, bottom) = ((int)(points.Min(point => point.Y) - margin), (int)(points.Max(point => point.Y) + margin));
        for (var y = Math.Max(0, top); y <= Math.Min(Height - 1, bottom); y++)
        {
            for (var x = Math.Max(0, left); x <= Math.Min(Width - 1, right); x++)
            {
                // All strokes at once, or their edges would show where they cross.
                var distance = float.MaxValue;
                foreach (var stroke in strokes)
                {
                    distance = MathF.Min(distance, Distance(new PointF(x + 0.5f, y + 0.5f), stroke));
                }

                Blend(x, y, color, Math.Clamp((thickness / 2) - distance + 0.5f, 0, 1));
            }
        }
    }

    private static float Distance(PointF point, PointF[] stroke)
    {
        var nearest = float.MaxValue;
        for (var index = 1; index < stroke.Length; index++)
        {
            nearest = MathF.Min(nearest, Distance(point, stroke[index - 1], stroke[index]));
        }

        return nearest;
    }

    private static float Distance(PointF point, PointF from, PointF to)
    {
        var (alongX, alongY) = (to.X - from.X, to.Y - from.Y);
        var length = (alongX * alongX) + (alongY * alongY);
        var part = length == 0 ? 0 : Math.Clamp((((point.X - from.X) * alongX) + ((point.Y - from.Y) * alongY)) / length, 0, 1);
        var (missX, missY) = (point.X - from.X - (part * alongX), point.Y - from.Y - (part * alongY));
        return MathF.Sqrt((missX * missX) + (missY * missY));
    }

    private void Blend(int x, int y, Rgb color, float cover)
    {
        if (cover <= 0)
        {
            return;
        }

        var pixel = _pixels.AsSpan(((y * Width) + x) * 3, 3);
        pixel[0] = Mix(pixel[0], color.Red, cover);
        pixel[1] = Mix(pixel[1], color.Green, cover);
        pixel[2] = Mix(pixel[2], color.Blue, cover);
    }

    private static byte Mix(byte below, byte above, float cover) => (byte)MathF.Round(below + ((above - below) * cover));
}
