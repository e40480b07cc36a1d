using System.Text.Json;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>What the planner decided, in each form in which somebody may want it.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void A_plan_is_a_table_for_people_a_page_for_a_pull_request_and_a_document_for_programs()
    {
        using var workspace = new Workspace().WithNotes();

        var text = BuiltTool.Run(workspace.Path("Notes"), "plan");
        var markdown = BuiltTool.Run(workspace.Path("Notes"), "plan", "--format", "markdown");
        using var json = JsonDocument.Parse(BuiltTool.Run(workspace.Path("Notes"), "plan", "--format", "json").Output);

        Assert.Equal((0, 0), (text.ExitCode, markdown.ExitCode));
        Assert.Contains("kv:notes ", text.Output, StringComparison.Ordinal);
        Assert.Contains("In total ", text.Output, StringComparison.Ordinal);
        Assert.StartsWith("# How notes is hosted\n", markdown.Output, StringComparison.Ordinal);
        var plan = json.RootElement.GetProperty("plan");
        var cost = plan.GetProperty("cost");
        Assert.InRange(cost.GetProperty("usd").GetDecimal(), cost.GetProperty("low").GetDecimal(), cost.GetProperty("high").GetDecimal());
        Assert.Equal(
            cost.GetProperty("usd").GetDecimal(),
            plan.GetProperty("decisions").EnumerateArray().Concat(plan.GetProperty("shared").EnumerateArray()).Sum(part => part.GetProperty("cost").GetProperty("usd").GetDecimal()));
    }

    [Fact]
    public void A_node_an_edge_a_permission_and_a_resource_are_explained_by_their_names()
    {
        using var workspace = new Workspace().WithNotes();

        using var node = Explain("kv:notes");
        using var edge = Explain("main->notes");
        using var permission = Explain("reader:dynamodb:PutItem");
        using var resource = Explain("reader-role");

        Assert.Equal(["causes", "parameters", "rejected", "cost"], Sections(node).Take(4));
        Assert.All(Facts(node, "rejected"), fact => Assert.EndsWith("USD/month", fact.GetProperty("figure").GetString(), StringComparison.Ordinal));
        Assert.Equal("IKeyValueStore.PutAsync", Assert.Single(Facts(edge, "path")).GetProperty("label").GetString());
        Assert.Equal("Program.cs", Path.GetFileName(Facts(permission, "path").First().GetProperty("locations")[0].GetProperty("path").GetString()));
        Assert.Equal("exec_unit:reader", Facts(resource, "resource").ElementAt(1).GetProperty("statement").GetString());
        Assert.Contains("causes", Sections(resource));

        JsonDocument Explain(string name) => JsonDocument.Parse(BuiltTool.Run(workspace.Path("Notes"), "explain", name, "--format", "json").Output);
    }

    [Fact]
    public void A_name_that_nothing_has_is_answered_with_what_was_meant()
    {
        using var workspace = new Workspace().WithNotes();

        var result = BuiltTool.Run(workspace.Path("Notes"), "explain", "nots");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("klotho: There is no node, permission or resource `nots`. Did you mean `notes`?\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_plan_obeys_every_line_the_exit_code_is_2_and_an_edit_that_leads_there_is_not_written()
    {
        using var workspace = new Workspace().WithNotes().With("Notes/klotho.yaml", "app: notes\n");

        var set = BuiltTool.Run(workspace.Path("Notes"), "set", "requirements.monthly_cost", "1 USD/month");
        Assert.Equal(2, set.ExitCode);
        Assert.Equal("app: notes\n", File.ReadAllText(workspace.Path("Notes/klotho.yaml")));

        Assert.Equal(0, BuiltTool.Run(workspace.Path("Notes"), "set", "requirements.monthly_cost", "1 USD/month", "--force").ExitCode);
        var plan = BuiltTool.Run(workspace.Path("Notes"), "plan");
        Assert.Equal((2, ""), (plan.ExitCode, plan.Output));
        Assert.Contains("klotho.yaml:3:", plan.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Sections(JsonDocument document) =>
        document.RootElement.GetProperty("explanation").GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("key").GetString());

    private static IEnumerable<JsonElement> Facts(JsonDocument document, string key) =>
        document.RootElement.GetProperty("explanation").GetProperty("sections").EnumerateArray()
            .First(section => section.GetProperty("key").GetString() == key).GetProperty("facts").EnumerateArray();
}
