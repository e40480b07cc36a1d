using System.Text.RegularExpressions;
using Klotho.Analysis.Diagnostics;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;

namespace Klotho.Compiler.Tests.Planning.Locking;

/// <summary>The pages of the lock's codes: a lock that is read, or an application that was compiled and has changed since.</summary>
public sealed partial class LockPages
{
    public static TheoryData<string> OfTheFile => [.. LockRules.All.Items.Select(rule => rule.Code.Value)];

    public static TheoryData<string> OfChanges => [.. GuardRules.All.Items.Select(rule => rule.Code.Value)];

    [Theory]
    [MemberData(nameof(OfTheFile))]
    public void A_wrong_lock_gets_the_code_and_a_right_one_nothing(string code)
    {
        var (wrong, right) = Parts(LockRules.All.Items.Single(rule => rule.Code.Value == code));

        Assert.Equal([code], Read(wrong).Select(found => found.Rule.Code.Value));
        Assert.Empty(Read(right));

        static IReadOnlyList<KlothoDiagnostic> Read(string part) => LockReader.Run(new("klotho.lock.json"), Fences(part).Single().Text).Diagnostics.Items;
    }

    [Theory]
    [MemberData(nameof(OfChanges))]
    public void A_wrong_change_gets_the_code_and_a_right_one_nothing(string code)
    {
        var (wrong, right) = Parts(GuardRules.All.Items.Single(rule => rule.Code.Value == code));

        Assert.Equal([code], Change(wrong).Select(found => found.Rule.Code.Value));
        Assert.Empty(Change(right));
    }

    private static IReadOnlyList<KlothoDiagnostic> Change(string part)
    {
        var fences = Fences(part).ToLookup(fence => fence.Info, fence => fence.Text);
        var app = new LockedApp().Compile(fences["csharp before"].Single(), string.Concat(fences["yaml before"]));
        foreach (Match accept in Accept().Matches(string.Concat(fences["console"])))
        {
            app.Accept(accept.Groups["change"].Value, accept.Groups["reason"].Value);
        }

        return app.Plan(fences["csharp now"].Single(), string.Concat(fences["yaml now"])).Diagnostics.Items;
    }

    private static (string Wrong, string Right) Parts(DiagnosticRule rule)
    {
        var page = Repository.Read(rule.DocsPage);
        Assert.StartsWith($"# {rule.Code}: {rule.Title}\n", page, StringComparison.Ordinal);
        var parts = page.Split("\n## Wrong\n", 2)[1].Split("\n## Right\n", 2);
        return (parts[0], parts[1]);
    }

    private static IEnumerable<(string Info, string Text)> Fences(string part) =>
        Fence().Matches(part).Select(match => (match.Groups["info"].Value, match.Groups["text"].Value));

    [GeneratedRegex(@"^```(?<info>[^\n]+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^\\$ klotho accept (?<change>\\S+) --reason \"(?<reason>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Accept();
}
