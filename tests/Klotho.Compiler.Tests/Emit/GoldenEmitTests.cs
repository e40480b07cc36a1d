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
        Golden.Check(EmitCase.Stage, name, "resources.txt", ResourceText.Of(Resources(EmitCase.Run(name))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_component_is_printed_like_this(string name)
    {
        var show = Golden.Read(EmitCase.Stage, name, "show.txt").Trim();

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

    private static ResourceGraph Resources(EmitResult result)
    {
        Assert.Empty(result.Diagnostics);
        Assert.NotNull(result.Resources);
        return result.Resources;
    }

    private static string File(EmitResult result, string path) =>
        result.Output?.Files.Items.Single(file => file.Path.Value == path).Text ?? "";
}
