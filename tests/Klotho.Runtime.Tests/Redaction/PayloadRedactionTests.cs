using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Redaction;

/// <summary>What is shown of payloads, whether System.Text.Json knows their types by reflection or from a generated context.</summary>
public sealed partial class PayloadRedactionTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public void Everything_sensitive_is_a_mark_wherever_it_stands(bool generated) => Assert.Equal(
        """{"plain":1,"secret":"***","deep":[{"of":{"secret":"***"}}],"map":{"a":{"secret":"***"}},"either":{"$type":"one","open":"x","closed":"***"},"maybe":{"code":"***"}}""",
        Of<Whole>(generated).Show(Bytes(
            """{"plain":1,"secret":"s1","deep":[{"of":{"secret":"s2"}}],"map":{"a":{"secret":"s3"}},"either":{"$type":"one","open":"x","closed":"s4"},"maybe":{"code":7}}""")));

    [Fact]
    public void A_mark_holds_for_what_overrides_it() =>
        Assert.Equal("{\"secret\":\"***\"}", Of<Overriding>(false).Show(Bytes("{\"secret\":\"s1\"}")));

    [Theory]
    [InlineData("""{"plain":1,"formerName":"s1"}""", """{"plain":1,"formerName":"***"}""")]
    [InlineData("""{"PLAIN":1,"SECRET":{"a":"s1"}}""", """{"PLAIN":1,"SECRET":"***"}""")]
    [InlineData("""{"plain":1,"secret":null}""", """{"plain":1,"secret":"***"}""")]
    [InlineData("7", "7")]
    public void What_the_type_does_not_know_is_one_too(string payload, string shown) => Assert.Equal(shown, Of<Whole>(false).Show(Bytes(payload)));

    [Fact]
    public void What_cannot_be_read_is_not_shown_and_a_type_without_secrets_always_is()
    {
        Assert.DoesNotContain("s1", Of<Whole>(false).Show(Bytes("{\"secret\":\"s1")), StringComparison.Ordinal);
        Assert.Equal("{\"item\":", Of<Plain>(false).Show(Bytes("{\"item\":")));
        Assert.False(Of<Plain>(false).IsNeeded);
    }

    [Theory]
    [InlineData("""{"secret":"ab"}""", "ab, cab, abc and 'ab'", "***, cab, abc and '***'")]
    [InlineData("""{"secret":"abcdefgh"}""", "xabcdefghx", "x***x")]
    [InlineData("""{"secret":"say \"so\""}""", "say \"so\", say \\u0022so\\u0022, say \\\"so\\\"", "***, say \\u0022so\\u0022, ***")]
    [InlineData("""{"secret":["long one","long"]}""", "long one is long", "*** is ***")]
    [InlineData("""{"maybe":{"code":42}}""", "42 of 142", "*** of 142")]
    [InlineData("""{"secret":"","plain":5}""", "5 of nothing", "5 of nothing")]
    public void A_text_keeps_everything_but_the_secrets(string payload, string text, string redacted) =>
        Assert.Equal(redacted, Of<Whole>(false).Redact(text, Bytes(payload)));

    [Fact]
    public void A_failure_that_repeats_nothing_is_itself()
    {
        var failure = new FormatException("plain is 1");

        Assert.Same(failure, Of<Whole>(false).Redact(failure, Bytes("""{"plain":1,"secret":"s1"}""")));
    }

    private static PayloadRedaction Of<T>(bool generated)
    {
        var options = generated ? Generated.Default.Options : JsonSerializerOptions.Web;
        return new(options.GetTypeInfo(typeof(T)));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal sealed record Whole(int Plain, [Sensitive] object? Secret, List<Deep>? Deep, Dictionary<string, Leaf>? Map, Either? Either, Small? Maybe);

    internal sealed record Deep(Leaf Of);

    internal record Leaf
    {
        [Sensitive]
        public virtual string? Secret { get; init; }
    }

    internal sealed record Overriding : Leaf
    {
        public override string? Secret { get; init; }
    }

    internal struct Small
    {
        [Sensitive]
        public int Code { get; set; }
    }

    [JsonDerivedType(typeof(One), "one")]
    internal abstract record Either(string Open);

    internal sealed record One(string Open, [Sensitive] string Closed) : Either(Open);

    internal sealed record Plain(string Item);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Whole))]
    internal sealed partial class Generated : JsonSerializerContext;
}
