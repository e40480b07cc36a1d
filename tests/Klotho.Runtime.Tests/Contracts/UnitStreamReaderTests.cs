using System.Text;
using System.Text.Json;
using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What is no stream of ours, or not all of one.</summary>
public sealed class UnitStreamReaderTests
{
    [Theory]
    [InlineData("", UnitCallException.Interrupted)]
    [InlineData("{\"item\":1}\n{\"item\":2}\n", UnitCallException.Interrupted)]
    [InlineData("{\"item\":1}\n{\"item\":2}", UnitCallException.Interrupted)]
    [InlineData("{\"item\":1}\n{\"end\":true}", UnitCallException.Interrupted)]
    [InlineData("{\"item\":1}\n{\"error\":{\"code\":\"failed\"", UnitCallException.Interrupted)]
    [InlineData("{\"item\":1}\n{\"error\":{\"code\":\"failed\"}}\n", UnitCallException.Failed)]
    [InlineData("{\"item\":1}\n{\"error\":{}}\n", UnitCallException.BadResponse)]
    [InlineData("{\"item\":1}\n\n", UnitCallException.BadResponse)]
    [InlineData("<html>\n", UnitCallException.BadResponse)]
    [InlineData("{\"item\":1}\n{\"end\":false}\n", UnitCallException.BadResponse)]
    public async Task Only_its_last_line_ends_a_stream(string text, string code)
    {
        var failure = await Assert.ThrowsAsync<UnitCallException>(async () => await ReadAsync(text).CountAsync());

        Assert.Equal(code, failure.Code);
    }

    [Fact]
    public async Task Items_are_what_stands_in_their_lines() => Assert.Equal(
        ["1", "{\"item\":\"}\"}", "null"], await ReadAsync("{\"item\":1}\n{\"item\":{\"item\":\"}\"}}\n{\"item\":null}\n{\"end\":true}\nmore").ToListAsync());

    private static IAsyncEnumerable<string> ReadAsync(string text)
    {
        var call = new UnitCall("math", "IArithmetic.CountAsync", JsonSerializerOptions.Web, static (_, _) => throw new NotSupportedException());
        return new UnitStreamReader(call, TimeSpan.FromSeconds(30)).ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), default)
            .Select(item => Encoding.UTF8.GetString(item.Span));
    }
}
