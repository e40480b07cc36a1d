using Klotho.EndToEnd.Tests.SearchTheDeck;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>Search the Deck on the emulators, each unit a process that sees nothing but its own bindings, and what each of them calls.</summary>
internal static class SampleRun
{
    public const string Folder = "samples/SearchTheDeck";

    private const int Slides = 2;

    public static async Task<SortedDictionary<string, IReadOnlySet<AwsCall>>> CallsAsync(AwsSetup aws)
    {
        await aws.BucketAsync("images");
        await aws.TableAsync("slides");
        await aws.TableAsync("slide-changes");
        await aws.TopicAsync("slide-uploaded", "ocr");
        await aws.TopicAsync("slide-read", "optimize");

        await using var ofMain = await RecordingProxy.StartAsync();
        await using var ofOcr = await RecordingProxy.StartAsync();
        await using var ofOptimize = await RecordingProxy.StartAsync();
        var images = ("Klotho__Persist__images", "s3://images");
        var slides = ("Klotho__Persist__slides", "dynamodb://slides");
        var changes = ("Klotho__Persist__slide_changes", "dynamodb://slide-changes");
        await using (var main = await StartAsync("main", ofMain, images, slides, changes, ("Klotho__PubSub__slide_uploaded", $"sns://{Arns.Topic("slide-uploaded")}")))
        await using (var ocr = await StartAsync("ocr", ofOcr, images, ("Klotho__PubSub__slide_read", $"sns://{Arns.Topic("slide-read")}"), ("Klotho__Subscriptions__slide_uploaded", $"sqs://{Arns.Queue("slide-uploaded-ocr-queue")}")))
        await using (var optimize = await StartAsync("optimize", ofOptimize, images, slides, changes, ("Klotho__Subscriptions__slide_read", $"sqs://{Arns.Queue("slide-read-optimize-queue")}")))
        {
            foreach (var (slide, picture) in TwelveSlides.All.Take(Slides))
            {
                using var sent = await TwelveSlides.SendAsync(main.Http, slide, picture);
                Assert.True(sent.IsSuccessStatusCode, main.Output);
                var found = await TwelveSlides.FindAsync(main.Http, slide);
                Assert.NotEmpty(await main.Http.GetByteArrayAsync($"slides/{found.Image}"));
            }

            using var missing = await main.Http.GetAsync("slides/originals/nowhere");
            Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
        }

        return new(StringComparer.Ordinal) { ["main"] = ofMain.Calls, ["ocr"] = ofOcr.Calls, ["optimize"] = ofOptimize.Calls };
    }

    private static Task<DeckProcess> StartAsync(string unit, RecordingProxy proxy, params IEnumerable<(string Name, string? Value)> bindings) =>
        DeckProcess.StartAsync([.. bindings, .. MeasuredOperations.Surroundings(unit, proxy)]);
}
