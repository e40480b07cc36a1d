using Klotho.Analysis.Attribution;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Cli.Run;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>Which processes of a run an edit starts anew.</summary>
public sealed class TouchedRolesTests
{
    private static readonly EquatableArray<UnitFiles> Before = Files(("main", "Program.cs Api.cs"), ("ocr", "Program.cs Ocr.cs"));
    private static readonly EquatableArray<UnitFiles> After = Files(("main", "Program.cs Api.cs New.cs"), ("ocr", "Program.cs"));

    [Theory]
    [InlineData("Api.cs", "main")]
    [InlineData("Ocr.cs", "ocr")]
    [InlineData("New.cs", "main")]
    [InlineData("Program.cs", "main ocr")]
    [InlineData("App.csproj", "main ocr")]
    [InlineData("Api.cs Ocr.cs", "main ocr")]
    public void An_edit_touches_the_units_that_are_or_were_made_of_the_file(string edited, string expected) =>
        Assert.Equal(expected.Split(' '), TouchedRoles.Of(edited.Split(' ').Select(file => new SourcePath(file)), Before, After, ["main", "ocr"]).Order(StringComparer.Ordinal));

    [Fact]
    public void A_process_that_is_every_unit_is_touched_by_every_edit() =>
        Assert.Equal(["app"], TouchedRoles.Of([new SourcePath("Ocr.cs")], Before, After, ["app"]));

    private static EquatableArray<UnitFiles> Files(params IEnumerable<(string Unit, string Files)> units) =>
        units.Select(unit => new UnitFiles(new(new("exec_unit"), unit.Unit), unit.Files.Split(' ').Select(file => new SourcePath(file)).ToEquatableArray())).ToEquatableArray();
}
