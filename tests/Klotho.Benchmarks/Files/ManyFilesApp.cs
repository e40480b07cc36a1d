using System.Globalization;

namespace Klotho.Benchmarks.Files;

/// <summary>
/// An application of many files: fifty routes, each of which reaches a chain of ten services; the rest of the files is code that no
/// route reaches, as most code of a monolith is for any one of its units. Or one whose routes reach every file between them.
/// </summary>
internal static class ManyFilesApp
{
    private const int Routes = 50;
    private const int Chain = 10;

    public static async Task WriteAsync(string folder, int files, Reached reached)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), $$"""
            [assembly: Expose("api")]

            var builder = WebApplication.CreateBuilder(args);
            builder.AddKlotho();
            {{string.Join('\n', Enumerable.Range(0, files).Select(file => Text($"builder.Services.AddScoped<Many.Part{file % 40}.Service{file:00000}>();")))}}
            var app = builder.Build();
            app.MapKlotho();
            {{string.Join('\n', Enumerable.Range(0, Routes).Select(route => Text($"app.MapGet(\"/r{route}/{{id}}\", async (string id, Many.Part{First(route, files) % 40}.Service{First(route, files):00000} service, CancellationToken cancel) => await service.RunAsync(id, cancel));")))}}
            app.Run();

            """.ReplaceLineEndings("\n"));
        for (var file = 0; file < files; file++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, Text($"Service{file:00000}.cs")), Service(file, files, reached).ReplaceLineEndings("\n"));
        }
    }

    /// <summary>The service that a route starts with: chains lie apart as far as there are files for that.</summary>
    private static int First(int route, int files) => files / Routes * route % files;

    private static string Service(int file, int files, Reached reached)
    {
        var next = (file + 1) % files;
        var apart = Math.Max(Chain, files / Routes);
        var last = (reached == Reached.All ? file % apart == apart - 1 : file % apart % Chain == Chain - 1) || file == files - 1;
        return Text($$"""
            namespace Many.Part{{file % 40}};

            public sealed record Item{{file:00000}}(string Id, string Title, decimal Price, IReadOnlyList<string> Tags)
            {
                public bool IsCheap => Price < {{file % 100}}m;
            }

            public sealed class Service{{file:00000}}([Persist("store-{{file % 7}}")] IKeyValueStore<string> store{{(last ? "" : Text($", Many.Part{next % 40}.Service{next:00000} next"))}})
            {
                private readonly Dictionary<string, Item{{file:00000}}> seen = new();

                public async Task<string> RunAsync(string id, CancellationToken cancel)
                {
                    var title = await store.GetAsync(id, cancel: cancel) is { } found ? found.Value : "none";
                    var item = new Item{{file:00000}}(id, title, id.Length, [.. title.Split(' ').Where(word => word.Length > 2).Select(word => word.ToUpperInvariant())]);
                    Remember(item);
                    return {{(last ? "Describe(item)" : "Describe(item) + await next.RunAsync(id, cancel)")}};
                }

                public IEnumerable<Item{{file:00000}}> Cheap(decimal most) => seen.Values.Where(item => item.Price <= most && item.IsCheap).OrderBy(item => item.Title);

                private void Remember(Item{{file:00000}} item)
                {
                    if (!seen.TryAdd(item.Id, item))
                    {
                        seen[item.Id] = item with { Title = $"{item.Title} ({seen.Count})" };
                    }
                }

                private static string Describe(Item{{file:00000}} item) => item switch
                {
                    { Tags.Count: 0 } => item.Title,
                    { IsCheap: true, Price: var price } => $"{item.Title} for {price:0.00}",
                    _ => string.Join(", ", item.Tags.Take({{1 + (file % 5)}})),
                };
            }

            """);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
