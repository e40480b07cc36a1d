using System.Globalization;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Drivers;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("* * * * *", "2026-01-01T00:00:00", "2026-01-01T00:01:00")]
    [InlineData("* * * * *", "2026-01-01T00:00:59", "2026-01-01T00:01:00")]
    [InlineData("0 3 * * *", "2026-01-01T03:00:00", "2026-01-02T03:00:00")]
    [InlineData("0 3 * * *", "2026-01-01T02:59:59", "2026-01-01T03:00:00")]
    [InlineData("*/15 * * * *", "2026-01-01T00:46:00", "2026-01-01T01:00:00")]
    [InlineData("5/20 * * * *", "2026-01-01T00:26:00", "2026-01-01T00:45:00")]
    [InlineData("0 9-17/4 * * MON-FRI", "2026-01-02T17:30:00", "2026-01-05T09:00:00")]
    [InlineData("30 23 31 12 *", "2026-12-31T23:30:00", "2027-12-31T23:30:00")]
    [InlineData("0 0 29 FEB *", "2026-01-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 29 2 *", "2096-03-01T00:00:00", "2104-02-29T00:00:00")]
    [InlineData("0 0 13 * FRI", "2026-02-01T00:00:00", "2026-02-06T00:00:00")]
    [InlineData("0 0 * * 7", "2026-01-01T00:00:00", "2026-01-04T00:00:00")]
    [InlineData("0 0 */2 * MON", "2026-01-01T00:00:00", "2026-01-05T00:00:00")]
    [InlineData("1,3,2 0 1 1,7 *", "2026-01-01T00:02:30", "2026-01-01T00:03:00")]
    public void The_next_time_is_right(string expression, string after, string next) =>
        Assert.Equal(Utc(next), CronExpression.Parse(expression).Next(Utc(after)));

    [Fact]
    public void A_date_that_never_comes_has_no_next_time() => Assert.Null(CronExpression.Parse("0 0 30 2 *").Next(Utc("2026-01-01T00:00:00")));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("5-1 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("1,,2 * * * *")]
    [InlineData("-1 * * * *")]
    [InlineData("* * * FOO *")]
    [InlineData("1/2/3 * * * *")]
    public void What_is_no_expression_is_refused(string expression) => Assert.Throws<FormatException>(() => CronExpression.Parse(expression));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
