using Klotho.Planning.Configuration;
using Klotho.Planning.Editing;
using Klotho.Planning.YamlEditing;

namespace Klotho.Compiler.Tests.Planning.Editing;

/// <summary>What somebody types becomes what the model of the file takes, or is refused with the model's own words.</summary>
public sealed class SettingEditorTests
{
    [Theory]
    [InlineData("", "execution_units.ocr.type", "lambda", "execution_units:\n  ocr:\n    type: lambda\n")]
    [InlineData("", "execution_units.ocr.infra_params.memory", "2048", "execution_units:\n  ocr:\n    infra_params:\n      memory: 2048\n")]
    [InlineData("", "persisted.kv.slides.infra_params.point_in_time_recovery", "false", "persisted:\n  kv:\n    slides:\n      infra_params:\n        point_in_time_recovery: false\n")]
    [InlineData("", "app", "null", "app: \"null\"\n")]
    [InlineData("", "app", "yes", "app: \"yes\"\n")]
    [InlineData("", "requirements.latency.p99", "300ms", "requirements:\n  latency:\n    p99: 300ms\n")]
    [InlineData("", "requirements.regions", "[eu-west-1, eu-central-1]", "requirements:\n  regions: [eu-west-1, eu-central-1]\n")]
    [InlineData("", "requirements.monthly_cost", "200 USD/month", "requirements:\n  monthly_cost: 200 USD/month\n")]
    [InlineData("requirements:\n  latency: 200ms # for now\n", "requirements.latency.p99", "300ms", "requirements:\n  latency: 300ms # for now\n")]
    [InlineData("requirements:\n  latency:\n    p99: 200ms\n", "requirements.latency", "300ms", "requirements:\n  latency:\n    p99: 300ms\n")]
    [InlineData("app: shop # ours\r\n", "region", "eu-west-1", "app: shop # ours\r\nregion: eu-west-1\r\n")]
    public void A_value_is_written_as_the_key_takes_it(string text, string key, string value, string expected)
    {
        var edit = Set(text, key, value);

        Assert.Equal(("", expected), (edit.Mistake, edit.Text));
        Assert.Empty(edit.Diagnostics);
        Assert.True(edit.IsAllowed);
    }

    [Theory]
    [InlineData("", "execution_unit.ocr.type", "lambda", "KL2006 1:1")]
    [InlineData("app: shop\n", "execution_units.ocr.type", "lambada", "KL2010 4:11")]
    [InlineData("", "execution_units.ocr.infra_params.memory", "lots", "KL2008 4:15")]
    [InlineData("", "execution_units.ocr.infra_params.memory", "1", "KL2009 4:15")]
    [InlineData("", "execution_units.ocr", "lambda", "KL2008 2:8")]
    [InlineData("", "requirements.latency.p99", "300", "KL2020 3:10")]
    public void What_the_schema_refuses_is_refused_where_it_would_stand(string text, string key, string value, string expected)
    {
        var edit = Set(text, key, value);

        Assert.False(edit.IsAllowed);
        Assert.Equal([expected], edit.Diagnostics.Items.Select(found => $"{found.Rule.Code} {found.Location.Line}:{found.Location.Column}"));
    }

    [Fact]
    public void Another_type_says_what_to_take_away_first() => Assert.Equal(
        "First take away what `fargate` does not take: `klotho unset execution_units.ocr.infra_params.timeout`.",
        Set("execution_units:\n  ocr:\n    infra_params:\n      timeout: 60\n      memory: 2048\n", "execution_units.ocr.type", "fargate").Advice);

    [Fact]
    public void What_was_wrong_before_does_not_keep_the_rest_from_being_edited()
    {
        var edit = Set("ap: shop\n", "region", "eu-west-1");

        Assert.True(edit.IsAllowed);
        Assert.Equal("ap: shop\nregion: eu-west-1\n", edit.Text);
    }

    [Fact]
    public void What_cannot_be_read_is_not_edited()
    {
        var edit = Set("app: [\n", "region", "eu-west-1");

        Assert.False(edit.IsAllowed);
        Assert.Equal(["KL2001"], edit.Diagnostics.Items.Select(found => found.Rule.Code.Value));
    }

    [Theory]
    [InlineData("execution_units:\n  ocr:\n    type: lambda\n", "execution_units.ocr", "`execution_units.ocr` holds keys of its own. Set one of them, such as `execution_units.ocr.type`.")]
    [InlineData("app: shop\n", "app.name", "`app` holds a value in 'klotho.yaml', so `app.name` can't stand below it. Unset `app` first.")]
    public void What_has_no_place_in_the_file_is_refused_in_a_sentence(string text, string key, string sentence) =>
        Assert.Equal(sentence, Set(text, key, "x").Mistake);

    [Theory]
    [InlineData("app: shop\n", "aap", "'klotho.yaml' does not set `aap`. Did you mean `app`?")]
    [InlineData("", "app", "'klotho.yaml' does not set `app`. It sets nothing.")]
    public void What_is_not_set_cannot_be_taken_away(string text, string key, string sentence) =>
        Assert.Equal(sentence, Unset(text, key).Mistake);

    [Fact]
    public void A_requirement_in_its_short_form_is_taken_away_by_its_full_name() =>
        Assert.Equal("app: shop\n", Unset("app: shop\nrequirements:\n  latency: 300ms\n", "requirements.latency.p99").Text);

    [Fact]
    public void An_environment_stays_when_its_last_setting_goes()
    {
        const string Text = "environments:\n  prod:\n    region: eu-west-1\n";
        var above = KeyPath.Parse("environments.prod") ?? default;

        var edit = SettingEditor.Unset(new(new(new("klotho.yaml"), Text), above, KeyPath.Parse("region") ?? default), Input(Text));

        Assert.Equal("environments:\n  prod:\n", edit.Text);
    }

    [Theory]
    [InlineData("execution_unit.ocr", "There is no key `execution_unit` in klotho.yaml. Did you mean `execution_units`?")]
    [InlineData("a..b", "'a..b' is no key. A key is names with dots between them, such as execution_units.ocr.type.")]
    [InlineData("requirements.latency.p99", null)]
    [InlineData("execution_units.ocr.infra_params.memory", null)]
    [InlineData("execution_units", null)]
    public void A_key_that_cannot_be_is_told_from_one_that_is_not_set(string key, string? sentence) =>
        Assert.Equal(sentence, SettingEditor.Unknown(key, TestCatalogue.Shipped));

    private static SettingEdit Set(string text, string key, string value) => SettingEditor.Set(Wish(text, key), value, Input(text));

    private static SettingEdit Unset(string text, string key) => SettingEditor.Unset(Wish(text, key), Input(text));

    private static EditedSetting Wish(string text, string key) =>
        new(new(new("klotho.yaml"), text), new(default), KeyPath.Parse(key) ?? throw new ArgumentException(key, nameof(key)));

    private static ConfigurationInput Input(string text) => new(new([new(new("klotho.yaml"), text)]), TestCatalogue.Shipped);
}
