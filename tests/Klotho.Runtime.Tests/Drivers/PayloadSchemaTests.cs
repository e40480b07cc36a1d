using System.Text.Json;
using System.Text.Json.Serialization;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Drivers;

/// <summary>When the version of a payload's schema changes.</summary>
public sealed class PayloadSchemaTests
{
    [Fact]
    public void It_is_the_same_for_what_is_written_the_same()
    {
        var version = VersionOf<Paid>();

        Assert.Matches("^[0-9a-f]{16}$", version);
        Assert.Equal(version, VersionOf<Paid>());
        Assert.Equal(version, VersionOf<PaidInAnotherOrder>());
    }

    [Theory]
    [InlineData(typeof(PaidWithNote))]
    [InlineData(typeof(PaidInCents))]
    [InlineData(typeof(PaidMaybe))]
    [InlineData(typeof(PaidUnderAnotherName))]
    [InlineData(typeof(PaidWithOtherLines))]
    public void It_changes_with_what_is_written(Type changed) =>
        Assert.NotEqual(VersionOf<Paid>(), PayloadSchema.VersionOf(JsonSerializerOptions.Web.GetTypeInfo(changed)));

    [Fact]
    public void A_type_that_holds_itself_has_one() => Assert.NotNull(VersionOf<Tree>());

    private static string? VersionOf<T>() => PayloadSchema.VersionOf(JsonSerializerOptions.Web.GetTypeInfo(typeof(T)));

    private sealed record Line(string Text, int Count);

    private sealed record OtherLine(string Text, int Count, bool IsGift);

    private sealed record Paid(string Order, decimal Amount, List<Line> Lines);

    private sealed record PaidInAnotherOrder(List<Line> Lines, decimal Amount, string Order);

    private sealed record PaidWithNote(string Order, decimal Amount, List<Line> Lines, string? Note = null);

    private sealed record PaidInCents(string Order, string Amount, List<Line> Lines);

    private sealed record PaidMaybe(string Order, decimal? Amount, List<Line> Lines);

    private sealed record PaidUnderAnotherName([property: JsonPropertyName("id")] string Order, decimal Amount, List<Line> Lines);

    private sealed record PaidWithOtherLines(string Order, decimal Amount, List<OtherLine> Lines);

    private sealed record Tree(string Name, List<Tree> Branches);
}
