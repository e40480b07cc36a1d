using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Chaos;

public sealed class ChaosSettingsTests
{
    [Theory]
    [InlineData("duplicate=5%,delay=200ms,fail=2%,seed=7", "duplicate=5%,delay=200ms,fail=2%,seed=7")]
    [InlineData(" fail = 0.5% , seed = 0 ", "duplicate=0%,delay=0ms,fail=0.5%,seed=0")]
    [InlineData("delay=1.5s,seed=4294967295", "duplicate=0%,delay=1500ms,fail=0%,seed=4294967295")]
    public void Settings_are_read_and_written(string text, string written)
    {
        var settings = ChaosSettings.Parse(text, out var mistake);

        Assert.Null(mistake);
        Assert.Equal(written, settings?.ToString());
        Assert.Equal(settings, ChaosSettings.Parse(written, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("chaos")]
    [InlineData("loss=5%")]
    [InlineData("fail=5")]
    [InlineData("fail=101%")]
    [InlineData("fail=-1%")]
    [InlineData("fail=NaN%")]
    [InlineData("delay=200")]
    [InlineData("delay=61s")]
    [InlineData("delay=-1ms")]
    [InlineData("seed=-1")]
    [InlineData("seed=4294967296")]
    [InlineData("fail=1%,fail=2%")]
    [InlineData("fail=1%,")]
    public void What_is_no_setting_is_named(string text)
    {
        Assert.Null(ChaosSettings.Parse(text, out var mistake));
        Assert.Contains($"'{text.Split(',')[^1]}' is not understood: it is a list such as duplicate=5%,delay=200ms,fail=2%,seed=7", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_seed_one_is_drawn_and_told() =>
        Assert.Matches("^duplicate=0%,delay=0ms,fail=1%,seed=[1-9][0-9]*$", ChaosSettings.Parse("fail=1%", out _)?.ToString());
}
