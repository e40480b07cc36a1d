using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>What applications become: the resources, and one component of the program as it is printed.</summary>
public sealed class GoldenEmitTests
{
    public static TheoryData<string> Cases => Golden.CasesOf(EmitCase.Stage);

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_application_becomes_these_resources(string name) =>
        Golden.Check(EmitCase.Stage, name, "resources.txt", ResourceText.Of(Resources(EmitCase.Run(name)), Shown(name)[1..]));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_component_is_printed_like_this(string name)
    {
        var show = Shown(name)[0];

        Golden.Check(EmitCase.Stage, name, $"{show}.txt", File(EmitCase.Run(name), $"infra/{show}"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_input_gives_the_same_bytes(string name)
    {
        var culture = Thread.CurrentThread.CurrentCulture;
        var first = EmitCase.Run(name).Output;
        try
        {
            Thread.CurrentThread.CurrentCulture = new(culture.Name) { NumberFormat = new() { NegativeSign = "~", NumberGroupSeparator = " ", NumberDecimalSeparator = "," } };
            Assert.Equal(first, EmitCase.RunAnew(name).Output);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_file_has_plain_line_ends_and_no_trailing_blanks(string name) =>
        Assert.Empty(EmitCase.Run(name).Output?.Files
            .Where(file => file.Text.Contains('\r') || !file.Text.EndsWith('\n') || file.Text.Split('\n').Any(line => line.EndsWith(' ')))
            .Select(file => file.Path.Value) ?? []);

    /// <summary>What nobody reads through is not reviewed: large cases show one component, and the resources that they are about.</summary>
    [Fact]
    public void Nine_golden_files_in_ten_have_at_most_150_lines()
    {
        var lengths = Cases.Cast<object[]>().Select(row => $"{row[0]}")
            .SelectMany(name => new[] { "resources.txt", $"{Shown(name)[0]}.txt" }.Select(file => Golden.Read(EmitCase.Stage, name, file).Count(letter => letter == '\n')))
            .Order()
            .ToList();

        Assert.InRange(lengths[(int)Math.Ceiling(lengths.Count * 0.9) - 1], 1, 150);
    }

    /// <summary>The component to show, and the resources to show in full.</summary>
    private static string[] Shown(string name) => Golden.Read(EmitCase.Stage, name, "show.txt").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static ResourceGraph Resources(EmitResult result)
    {
        Assert.Empty(result.Diagnostics);
        Assert.NotNull(result.Resources);
        return result.Resources;
    }

    private static string File(EmitResult result, string path) =>
        result.Output?.Files.Items.Single(file => file.Path.Value == path).Text ?? "";
}
