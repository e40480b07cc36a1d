using System.Text;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>What is emitted satisfies the controls of docs/security.md; <c>KLOTHO_UPDATE_GOLDEN=1</c> writes its tables anew.</summary>
public sealed class ControlTests
{
    private const string Document = "docs/security.md";

    // What an operator's own line turns off is his decision: application, control, resource.
    private static readonly (string Application, string Control, string Resource)[] TurnedOff =
    [
        // "The log can be made again from the slides, so it needs no backups."
        ("SearchTheDeck", "DynamoDB.2", "slide-changes"),
        // A load balancer without a domain has no name that a certificate could be for.
        ("LoadBalancer", "CloudFront.9", "deck-web-distribution"),
        ("Swap/behind-a-load-balancer", "CloudFront.9", "deck-web-distribution"),
    ];

    public static TheoryData<string> Ids => [.. ControlCatalogue.Everything.Select(control => control.Id)];

    [Fact]
    public void Every_resource_of_every_application_satisfies_every_control()
    {
        var broken =
            from application in ControlledGraphs.All
            from resource in application.Graph.Resources.Items
            let controlled = new ControlledResource(application.Graph, resource)
            from control in ControlCatalogue.Everything
            where control.IsAbout(controlled) && !control.Holds(controlled)
            where !TurnedOff.Any(off => application.Name.StartsWith($"{off.Application},", StringComparison.Ordinal) && off.Control == control.Id && off.Resource == resource.Name.Value)
            select $"{application.Name}: {resource.Name} breaks {control.Id}: {control.Title}";

        Assert.Equal("", string.Join('\n', broken));
    }

    [Fact]
    public void There_are_forty_controls_and_every_case_is_looked_at()
    {
        Assert.InRange(ControlCatalogue.All.Count, 40, int.MaxValue);
        Assert.Empty(ControlCatalogue.Everything.Select(control => control.Id).Concat(ControlCatalogue.NotByDefault.Select(control => control.Id)).GroupBy(id => id).Where(id => id.Count() > 1).Select(id => id.Key));
        var looked = ControlledGraphs.All.Select(application => application.Name).ToList();
        Assert.All(Golden.CasesOf(EmitCase.Stage).Cast<object[]>(), row => Assert.Contains($"{row[0]}, as it is", looked));
        Assert.All(Golden.CasesOf("Swap").Cast<object[]>(), row => Assert.Contains($"Swap/{row[0]}, as it is", looked));
        Assert.InRange(looked.Count(name => name.EndsWith(", on Kubernetes", StringComparison.Ordinal)), 20, int.MaxValue);
    }

    /// <summary>A control that no resource can break would say nothing.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_control_notices_a_resource_that_breaks_it(string id)
    {
        var control = ControlCatalogue.Everything.Single(control => control.Id == id);
        var resource = ControlledGraphs.All
            .SelectMany(application => application.Graph.Resources.Items.Select(resource => new ControlledResource(application.Graph, resource)))
            .First(resource => control.IsAbout(resource) && control.Holds(resource));

        Assert.False(control.Holds(resource.In(control.Breaks(resource))));
    }

    [Fact]
    public void The_document_lists_them() =>
        MarkedDocument.Check(Path.Combine(Repository.Root, Document), ("controls", $"{Satisfied(ControlCatalogue.All)}\n"), ("left", $"{Left()}\n"), ("pods", $"{Satisfied(ControlCatalogue.OfPods)}\n"));

    private static string Satisfied(IEnumerable<Control> controls)
    {
        var text = new StringBuilder("\n| control | what holds | by |\n|---|---|---|\n");
        foreach (var control in controls)
        {
            text.Append($"| {control.Id} | {control.Title} | {(control.By.Length == 0 ? "always" : control.By)} |\n");
        }

        return text.ToString();
    }

    private static string Left()
    {
        var text = new StringBuilder("\n| control | asks that | not by default because | satisfied by |\n|---|---|---|---|\n");
        foreach (var (id, asks, why, instead) in ControlCatalogue.NotByDefault)
        {
            text.Append($"| {id} | {asks} | {why} | {instead} |\n");
        }

        return text.ToString();
    }
}
