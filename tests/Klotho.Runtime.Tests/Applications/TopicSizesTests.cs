using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>How large messages may be on a laptop, as the planned target takes them.</summary>
public sealed class TopicSizesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_may_be_as_large_as_the_setting_says_and_no_larger(bool files)
    {
        using var folder = new TemporaryFolder();
        await using var app = await StartAsync(new() { ["Klotho:MessageBytes:slide_read"] = "300002", ["Klotho:Data"] = files ? folder.Path : null });
        var topic = app.Keyed<ITopic<string>>("slide-read");

        await topic.PublishAsync(new string('x', 300_000));
        var over = await Assert.ThrowsAsync<PayloadTooLargeException>(async () => await topic.PublishAsync(new string('x', 300_001)));

        Assert.Contains("300003 bytes, over the limit of 300002.", over.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("16777217")]
    [InlineData("1 MB")]
    public async Task What_is_no_size_stops_the_start(string size)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new() { ["Klotho:MessageBytes:slide-read"] = size }));

        Assert.Contains("Klotho:MessageBytes:slide-read", failure.Message, StringComparison.Ordinal);
    }

    private static Task<TestApplication> StartAsync(Dictionary<string, string?> settings) => TestApplication.StartAsync([new TopicDeclaration<string>("slide-read")], settings);
}
