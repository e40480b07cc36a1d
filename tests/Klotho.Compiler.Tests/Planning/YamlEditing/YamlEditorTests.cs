using Klotho.Planning.Yaml;
using Klotho.Planning.YamlEditing;

namespace Klotho.Compiler.Tests.Planning.YamlEditing;

/// <summary>An edit changes what it says and no other letter. <c>⏎</c> stands for a line break, <c>␍</c> for a carriage return.</summary>
public sealed class YamlEditorTests
{
    [Theory]
    [InlineData("", "a.b", "c", "a:⏎  b: c⏎")]
    [InlineData("# x", "a", "c", "# x⏎a: c")]
    [InlineData("# x⏎", "a", "c", "# x⏎a: c⏎")]
    [InlineData("---⏎", "a", "c", "---⏎a: c⏎")]
    [InlineData("a: 1 # why⏎", "a", "2", "a: 2 # why⏎")]
    [InlineData("a: 'x' # why⏎", "a", "y", "a: 'y' # why⏎")]
    [InlineData("a: 'x'⏎", "a", "it's", "a: 'it''s'⏎")]
    [InlineData("a: \"x\"", "a", "5", "a: 5")]
    [InlineData("a: # why⏎", "a", "2", "a: 2 # why⏎")]
    [InlineData("a: one⏎  two⏎b: 1⏎", "a", "2", "a: 2⏎b: 1⏎")]
    [InlineData("a: |⏎  x⏎  y⏎b: 1⏎", "a", "z", "a: z⏎b: 1⏎")]
    [InlineData("a: ~ # why⏎b: 1", "a.c", "2", "a: # why⏎  c: 2⏎b: 1")]
    [InlineData("a:⏎    b: 1⏎c: 2⏎", "a.d.e", "x", "a:⏎    b: 1⏎    d:⏎        e: x⏎c: 2⏎")]
    [InlineData("a:⏎  b: 1 # one⏎  # tail⏎", "a.c", "x", "a:⏎  b: 1 # one⏎  c: x⏎  # tail⏎")]
    [InlineData("a: {b: 1}⏎", "a.c.d", "x", "a: {b: 1, c: {d: x}}⏎")]
    [InlineData("a: { b: 1 }⏎", "a.c", "x", "a: { b: 1, c: x }⏎")]
    [InlineData("a: {}⏎", "a.c", "x", "a: {c: x}⏎")]
    [InlineData("a: {b}⏎", "a.b", "z", "a: {b: z}⏎")]
    [InlineData("a: {b: }⏎", "a.b.c", "z", "a: {b: {c: z} }⏎")]
    [InlineData("{a: 1}", "b", "x", "{a: 1, b: x}")]
    [InlineData("a: {⏎  b: 1, # one⏎  c: 2 # two⏎}⏎", "a.d", "x", "a: {⏎  b: 1, # one⏎  c: 2, # two⏎  d: x⏎}⏎")]
    [InlineData("a: 1⏎⏎b: 2⏎", "c", "x", "a: 1⏎⏎b: 2⏎⏎c: x⏎")]
    [InlineData("a: 1⏎⏎b: 2⏎# tail⏎", "c", "x", "a: 1⏎⏎b: 2⏎c: x⏎# tail⏎")]
    [InlineData("a: 1⏎...⏎", "b", "z", "a: 1⏎b: z⏎...⏎")]
    [InlineData("  a: 1⏎", "b", "z", "  a: 1⏎  b: z⏎")]
    [InlineData("a:⏎- x⏎- y # why⏎b: 1⏎", "a", "[p, q]", "a:⏎- p⏎- q # why⏎b: 1⏎")]
    [InlineData("a:⏎  - x⏎  - y⏎b: 1⏎", "a", "z", "a: z⏎b: 1⏎")]
    [InlineData("a: [x]⏎", "a", "[p, 'q, r']", "a: [p, \"q, r\"]⏎")]
    [InlineData("\ufeffa: 1␍⏎", "b.c", "x", "\ufeffa: 1␍⏎b:␍⏎  c: x␍⏎")]
    public void Setting_a_key_leaves_the_rest(string text, string key, string value, string expected) =>
        Assert.Equal(Letters(expected), Set(text, key, value).Text);

    [Theory]
    [InlineData("a: 1⏎b: 2⏎", "b", "a: 1⏎")]
    [InlineData("a: 1⏎b: 2", "b", "a: 1")]
    [InlineData("a: 1␍⏎b: 2", "b", "a: 1")]
    [InlineData("a: 1⏎", "a", "")]
    [InlineData("a: 1", "a", "")]
    [InlineData("# x⏎a: 1", "a", "# x")]
    [InlineData("a:⏎  # why⏎  b: 1 # x⏎c: 1⏎", "a.b", "  # why⏎c: 1⏎")]
    [InlineData("a:⏎  b:⏎    c: 1⏎d: 1⏎", "a.b.c", "d: 1⏎")]
    [InlineData("a: {b: {c: 1}}⏎d: 1⏎", "a.b.c", "d: 1⏎")]
    [InlineData("a: {b: 1, c: 2}⏎", "a.b", "a: {c: 2}⏎")]
    [InlineData("a: {b: 1, c: 2}⏎", "a.c", "a: {b: 1}⏎")]
    [InlineData("a: {⏎  b: 1, # one⏎  c: 2, # two⏎  d: x⏎}⏎", "a.d", "a: {⏎  b: 1, # one⏎  c: 2 # two⏎}⏎")]
    [InlineData("a: {⏎  b: 1, # one⏎  c: 2, # two⏎  d: x⏎}⏎", "a.c", "a: {⏎  b: 1, # one⏎  d: x⏎}⏎")]
    [InlineData("{a: 1}", "a", "{}")]
    [InlineData("a: 1⏎⏎b: 2⏎⏎c: x⏎", "c", "a: 1⏎⏎b: 2⏎")]
    [InlineData("a: 1⏎b:⏎  c: 1⏎  # in⏎  d: 2⏎", "b", "a: 1⏎")]
    public void Taking_a_key_away_takes_what_holds_nothing_else(string text, string key, string expected) =>
        Assert.Equal(Letters(expected), YamlEditor.Unset(Letters(text), Key(key)).Text);

    [Theory]
    [InlineData("a:⏎  b:⏎    c: 1⏎d: 1⏎", "a:⏎  b:⏎d: 1⏎")]
    [InlineData("a: {b: {c: 1}}⏎d: 1⏎", "a: {b: {}}⏎d: 1⏎")]
    public void Keys_that_are_to_be_kept_are_kept_empty(string text, string expected) =>
        Assert.Equal(Letters(expected), YamlEditor.Unset(Letters(text), Key("a.b.c"), kept: 2).Text);

    [Theory]
    [InlineData("a: x⏎", "a.b", EditRefusal.HoldsValue)]
    [InlineData("a:⏎  b: x⏎", "a", EditRefusal.HoldsKeys)]
    [InlineData("a: [x⏎", "a", EditRefusal.Unreadable)]
    [InlineData("a: &x 1⏎", "a", EditRefusal.Unreadable)]
    [InlineData("? a⏎: 1⏎", "a.b", EditRefusal.HoldsValue)]
    public void What_cannot_be_set_is_refused_and_the_text_stays(string text, string key, EditRefusal refusal)
    {
        var edit = Set(text, key, "z");

        Assert.Equal((refusal, Letters(text)), (edit.Refusal, edit.Text));
    }

    [Theory]
    [InlineData("on")]
    [InlineData("No")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("1.0")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("12:30")]
    [InlineData("2026-11-22")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("#b")]
    [InlineData("a:")]
    [InlineData("-")]
    [InlineData("- a")]
    [InlineData("{a}")]
    [InlineData("a, b")]
    [InlineData(" a")]
    [InlineData("a\\b\tc")]
    [InlineData("two\nlines")]
    [InlineData("*x")]
    [InlineData("%x")]
    [InlineData("???")]
    public void A_text_that_could_be_taken_for_something_else_is_quoted(string text)
    {
        var written = YamlEditor.Set("a: {b: 1}\n", Key("a.b"), Text(text)).Text;

        Assert.Contains(written["a: {b: ".Length], "'\"");
        Assert.Equal(text, Assert.IsType<YamlScalar>(YamlEditor.Find(written, Key("a.b"))).Text);
    }

    [Theory]
    [InlineData("300ms")]
    [InlineData("2 GiB")]
    [InlineData("99.95%")]
    [InlineData("200 USD/month")]
    [InlineData("rate(5 minutes)")]
    [InlineData("eu-west-1")]
    [InlineData("a:b")]
    [InlineData("it's \"so\"")]
    public void A_text_that_reads_as_itself_is_not_quoted(string text) =>
        Assert.Equal($"a: {text}\n", YamlEditor.Set("a: 1\n", Key("a"), Text(text)).Text);

    private static YamlEdit Set(string text, string key, string value) =>
        YamlEditor.Set(Letters(text), Key(key), YamlReader.Run(new(""), value).Root ?? Text(value));

    private static YamlScalar Text(string text) => new(new(new(""), 1, 1, 1, 1), text, Plain: false);

    private static KeyPath Key(string dotted) => KeyPath.Parse(dotted) ?? throw new ArgumentException(dotted, nameof(dotted));

    private static string Letters(string shown) => shown.Replace('␍', '\r').Replace('⏎', '\n');
}
