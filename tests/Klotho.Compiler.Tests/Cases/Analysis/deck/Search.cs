public static class Search
{
    public static async Task<IResult> FindAsync(string q, SlideLibrary library) => Results.Ok(await library.FindAsync(q));
}

public sealed class SlideLibrary([Persist("slides")] IKeyValueStore<SlideRead> slides)
{
    public async Task<List<SlideRead>> FindAsync(string q)
    {
        var hits = new List<SlideRead>();
        await foreach (var slide in slides.ScanAsync())
        {
            if (slide.Value.Text.Contains(q, StringComparison.Ordinal))
            {
                hits.Add(slide.Value);
            }
        }

        return hits;
    }
}
