using System.Text;
using Klotho.Cli.Serve;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>How <c>klotho serve</c> tells one message from the next.</summary>
public sealed class MessageChannelTests
{
    [Fact]
    public async Task What_is_written_is_read_one_message_after_the_other()
    {
        using var stream = new MemoryStream();
        var written = new MessageChannel(Stream.Null, stream);
        await written.WriteAsync("{\"a\":\"ä\"}"u8.ToArray(), CancellationToken.None);
        await written.WriteAsync(new byte[100_000], CancellationToken.None);
        stream.Position = 0;

        var read = new MessageChannel(stream, Stream.Null);

        Assert.Equal("{\"a\":\"ä\"}", Encoding.UTF8.GetString(await read.ReadAsync(CancellationToken.None) ?? []));
        Assert.Equal(new byte[100_000], await read.ReadAsync(CancellationToken.None));
        Assert.Null(await read.ReadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("content-length:2\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{}", "{}")]
    [InlineData("Content-Length: 2\n\n{}", "{}")]
    [InlineData("", null)]
    [InlineData("Content-Length: 20\r\n\r\n{}", null)]
    public async Task A_header_may_have_other_lines_and_a_message_that_is_cut_off_is_none(string input, string? expected)
    {
        var message = await Channel(input).ReadAsync(CancellationToken.None);

        Assert.Equal(expected, message is null ? null : Encoding.UTF8.GetString(message));
    }

    [Theory]
    [InlineData("Content-Length: two\r\n\r\n{}", "is no length")]
    [InlineData("Content-Length: -1\r\n\r\n{}", "is no length")]
    [InlineData("Content-Type: text/plain\r\n\r\n{}", "has no Content-Length")]
    public async Task Without_a_length_nobody_knows_where_the_next_message_begins(string input, string expected)
    {
        var broken = await Assert.ThrowsAsync<InvalidDataException>(() => Channel(input).ReadAsync(CancellationToken.None));

        Assert.Contains(expected, broken.Message, StringComparison.Ordinal);
    }

    private static MessageChannel Channel(string input) => new(new MemoryStream(Encoding.UTF8.GetBytes(input)), Stream.Null);
}
