using System.Globalization;
using System.Text.RegularExpressions;
using Klotho.Planning.Quantities;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Amounts are read exactly, and written as they can be read again.</summary>
public sealed class Quantities
{
    private const int Rounds = 20_000;

    private static readonly QuantityFormat[] Formats =
        [Duration.Format, DataSize.Format, Rate.Format, Share.Format, Growth.Format, Money.Format];

    [Theory]
    [InlineData("300ms", 300_000)]
    [InlineData("300 ms", 300_000)]
    [InlineData("1.5s", 1_500_000)]
    [InlineData("0.000001s", 1)]
    [InlineData("20min", 1_200_000_000)]
    [InlineData("365d", 31_536_000_000_000)]
    [InlineData("0s", 0)]
    public void A_length_of_time_is_read_in_microseconds(string text, long microseconds) =>
        Assert.Equal(new Duration(microseconds), Duration.Parse(text));

    [Theory]
    [InlineData("2 GiB", 2147483648)]
    [InlineData("2GiB", 2147483648)]
    [InlineData("0.5 KiB", 512)]
    [InlineData("1.125 KiB", 1152)]
    [InlineData("1 TiB", 1099511627776)]
    [InlineData("7 B", 7)]
    public void An_amount_of_data_is_read_in_bytes(string text, long bytes) =>
        Assert.Equal(new DataSize(bytes), DataSize.Parse(text));

    [Theory]
    [InlineData("200 USD/month", "200")]
    [InlineData("0.01 USD/month", "0.01")]
    public void An_amount_of_money_is_read_in_dollars(string text, string usd) =>
        Assert.Equal(Money.OfUsd(decimal.Parse(usd, CultureInfo.InvariantCulture)), Money.Parse(text));

    [Fact]
    public void Rates_shares_and_growth_are_read_as_decimals()
    {
        Assert.Equal(new Rate(50), Rate.Parse("50 rps"));
        Assert.Equal(new Rate(0.000001m), Rate.Parse("0.000001 rps"));
        Assert.Equal(new Share(99.95m), Share.Parse("99.95%"));
        Assert.Equal(new Share(100), Share.Parse("100.0 %"));
        Assert.Equal(new Growth(20), Growth.Parse("20%/year"));
        Assert.Equal(120, Growth.Parse("20%/year").After(100));
    }

    [Theory]
    [InlineData("300", QuantityFault.NoUnit)]
    [InlineData("0", QuantityFault.NoUnit)]
    [InlineData("", QuantityFault.NoNumber)]
    [InlineData("fast", QuantityFault.NoNumber)]
    [InlineData("-5ms", QuantityFault.NoNumber)]
    [InlineData("300 ", QuantityFault.UnknownUnit)]
    [InlineData("300  ms", QuantityFault.UnknownUnit)]
    [InlineData("300ms ", QuantityFault.UnknownUnit)]
    [InlineData("300ms\n", QuantityFault.UnknownUnit)]
    [InlineData("300MS", QuantityFault.UnknownUnit)]
    [InlineData("1e3ms", QuantityFault.UnknownUnit)]
    [InlineData("1,5s", QuantityFault.UnknownUnit)]
    [InlineData("1.5us", QuantityFault.NumberNotAllowed)]
    [InlineData(".5s", QuantityFault.NumberNotAllowed)]
    [InlineData("5.s", QuantityFault.NumberNotAllowed)]
    [InlineData("1.2.3s", QuantityFault.NumberNotAllowed)]
    [InlineData("1.0000001s", QuantityFault.NumberNotAllowed)]
    [InlineData("99999999999999999999s", QuantityFault.NumberNotAllowed)]
    public void What_is_no_length_of_time_is_told_apart(string text, QuantityFault fault) =>
        Assert.Equal(fault, Duration.Format.Read(text).Fault);

    [Fact]
    public void What_is_written_can_be_read_again()
    {
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            var amount = random.NextInt64(random.Next(3) == 0 ? 1000 : 100_000_000_000_000_000);
            AssertSame(new Duration(amount), Duration.Parse);
            AssertSame(new DataSize(amount), DataSize.Parse);
            AssertSame(new Money(amount / 10_000 * 10_000), Money.Parse);
            AssertSame(new Rate(amount / 1_000_000m), Rate.Parse);
            AssertSame(new Share(amount % 100_000_001 / 1_000_000m), Share.Parse);
            AssertSame(new Growth(amount % 999_999_000_000 / 1_000_000m), Growth.Parse);
        }

        static void AssertSame<T>(T value, Func<string, T> parse) => Assert.Equal(value, parse($"{value}"));
    }

    /// <summary>The reader takes a text exactly where the pattern in the schema does, and then without rounding or overflow.</summary>
    [Fact]
    public void Reading_and_the_pattern_of_the_schema_agree()
    {
        string[] numbers = ["0", "1", "12", "007", "100", "100.0", "100.1", "99.999999", "0.5", "0.50", "0.500", "0.25", "0.125", "0.3", "1.", ".1", "1.0000001", "123456", "1234567", "123456789", "1234567890123456789", "-1", "1e3", "", "1.2.3"];
        string[] blanks = ["", " ", "  ", "\t"];
        var units = Formats.SelectMany(format => format.Units.Items).Select(unit => unit.Name).Concat(["", "x", "GB", "MS", "ms ", "ms\n", "%/month"]).ToArray();
        var accepted = 0;
        foreach (var format in Formats)
        {
            foreach (var text in numbers.SelectMany(number => blanks.SelectMany(blank => units.Select(unit => number + blank + unit))))
            {
                var read = format.Read(text);
                Assert.True((Regex.IsMatch(text, format.Pattern) && !text.EndsWith('\n')) == (read.Fault == QuantityFault.None), $"{format.Noun}: {text}");
                if (read.Fault == QuantityFault.None)
                {
                    accepted++;
                    var unit = format.Units.Items.Single(unit => unit.Name == read.Unit);
                    Assert.Equal(decimal.Parse(read.Number, CultureInfo.InvariantCulture) * unit.Size, read.Amount);
                }
            }
        }

        Assert.InRange(accepted, 100, int.MaxValue);
    }

    /// <summary>The largest number that a unit takes fits 64 bits.</summary>
    [Fact]
    public void No_amount_overflows() =>
        Assert.All(Formats.SelectMany(format => format.Units.Items.Select(unit => (format, unit))), pair =>
        {
            var longest = Enumerable.Range(1, 25).Select(digits => new string('9', digits) + pair.unit.Name)
                .Where(text => pair.format.Read(text).Fault == QuantityFault.None)
                .ToList();
            Assert.NotEmpty(longest);
            Assert.True(pair.format.Amount(longest[^1]) > 0, longest[^1]);
        });
}
