using System.Globalization;

namespace SearchTheDeck.Demo;

/// <summary>Draws demo slides.</summary>
public static class SlideArtist
{
    private const int Width = 1920;
    private const int Height = 1080;
    private const int Margin = 130;

    private static readonly Rgb Ink = new(33, 37, 41);
    private static readonly Rgb Muted = new(92, 99, 106);
    private static readonly Rgb Pale = new(226, 230, 234);

    public static byte[] Draw(DemoSlide slide)
    {
        var canvas = new Canvas(Width, Height, Rgb.White);
        var accent = slide.Startup.Accent;
        canvas.FillRectangle(0, 0, 28, Height, accent);
        canvas.DrawText(slide.Section.Headline, Margin, 130, 84, Ink, weight: 0.16f);
        canvas.FillRectangle(Margin, 276, 150, 9, accent);
        DrawPoints(canvas, slide);
        DrawChart(canvas, slide);
        canvas.FillRectangle(Margin, 930, Width - (2 * Margin), 2, Pale);
        canvas.DrawText(slide.Startup.Name, Margin, 972, 34, accent);
        canvas.DrawText($"Codename {slide.Keyword}", 720, 972, 34, Muted);
        var number = slide.Number.ToString(CultureInfo.InvariantCulture);
        canvas.DrawText(number, Width - Margin - Canvas.Measure(number, 34), 972, 34, Muted);
        return PngWriter.Encode(canvas);
    }

    private static void DrawPoints(Canvas canvas, DemoSlide slide)
    {
        var top = 400f;
        foreach (var point in slide.Points)
        {
            canvas.FillRectangle(Margin, (int)top + 11, 16, 16, slide.Startup.Accent);
            canvas.DrawText(point, Margin + 56, top, 38, Ink);
            top += 150;
        }
    }

    // Bars that climb to the right, each slide's a little different.
    private static void DrawChart(Canvas canvas, DemoSlide slide)
    {
        const int left = 1440, bottom = 850, barWidth = 50, gap = 22;
        for (var bar = 0; bar < 5; bar++)
        {
            var height = 60 + (bar * 60) + (slide.Keyword[bar % slide.Keyword.Length] % 7 * 8);
            var color = bar == 4 ? slide.Startup.Accent : Pale;
            canvas.FillRectangle(left + (bar * (barWidth + gap)), bottom - height, barWidth, height, color);
        }

        canvas.DrawLine([new(left - 20, bottom + 4), new(left + (5 * (barWidth + gap)), bottom + 4)], 5, Muted);
    }
}
