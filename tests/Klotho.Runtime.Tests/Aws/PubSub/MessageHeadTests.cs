using Klotho.Aws;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Aws;

public sealed class MessageHeadTests
{
    private const int Limit = 256 * 1024;

    private static readonly MessageHead Head = new("0123456789abcdef0123456789abcdef", "Reader.First", 5, string.Concat(Enumerable.Repeat("cannot read ü ", 100)))
    {
        Schema = "00000000000000b2",
        Trace = TraceContext.Of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "vendor=1"),
    };

    [Fact]
    public void Beside_a_small_body_all_is_written() => Assert.Equal(Head.Write(), Head.WriteBeside("{}"u8.ToArray()));

    [Fact]
    public void Near_the_limit_the_reason_is_cut_and_then_the_trace_left_out()
    {
        var seen = new HashSet<string>();
        for (var free = 1600; free >= 170; free--)
        {
            var written = Head.WriteBeside(new byte[Limit - free]);

            Assert.True(MessageHead.SizeOf(written) <= free, $"{MessageHead.SizeOf(written)} bytes where {free} are free");
            Assert.Equal(("Reader.First", "5"), (written["klotho-handler"], written["klotho-failed"]));
            Assert.StartsWith("cannot read", written["klotho-reason"], StringComparison.Ordinal);
            seen.Add($"{written["klotho-reason"].Length == 1000} {written.ContainsKey("traceparent")} {written.ContainsKey("klotho-schema")}");
        }

        Assert.Equal(["True True True", "False True True", "False False True", "False False False"], seen);
    }

    [Fact]
    public void At_the_limit_all_is_written_for_a_queue_that_takes_more() => Assert.Equal(Head.Write(), Head.WriteBeside(new byte[Limit]));

    [Fact]
    public void A_copy_without_a_reason_leaves_out_the_trace() =>
        Assert.DoesNotContain("traceparent", (Head with { Reason = null }).WriteBeside(new byte[Limit - 200]).Keys);
}
