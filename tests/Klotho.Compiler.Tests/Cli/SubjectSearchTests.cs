using Klotho.Analysis.Collections;
using Klotho.Cli.Explain;
using Klotho.Compiler.Tests.Harness;
using Klotho.Compiler.Tests.Planning;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;
using Klotho.Planning;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>A name finds one thing, or is answered with the names that it may have meant.</summary>
public sealed class SubjectSearchTests
{
    private const string Case = "requires-cold-start";

    private static readonly Permission PutOrders = new(new(new("exec_unit"), "main"), "sns:Publish", "topic", "", new(new("pubsub"), "orders"), default);

    private static readonly Resource Role = new(new("main-role"), new("aws:iam/role:Role"), InputValue.Map.Of(), ResourceOptions.None, new(new("exec_unit"), "main"));

    [Theory]
    [InlineData("exec_unit:main", "OfNode")]
    [InlineData("mail", "OfNode")]
    [InlineData("main->carts", "OfEdge")]
    [InlineData("exec_unit:main → kv:carts", "OfEdge")]
    [InlineData("main:sns:Publish", "OfPermission")]
    [InlineData("exec_unit:main:sns:Publish", "OfPermission")]
    [InlineData("main-role", "OfResource")]
    [InlineData("plan", "Whole")]
    public void A_name_is_about_one_thing(string name, string kind) => Assert.Equal(kind, Find(name).Subject?.GetType().Name);

    [Theory]
    [InlineData("cart", "There is no node, permission or resource `cart`. Did you mean `carts`?")]
    [InlineData("main:sns:Publsh", "There is no node, permission or resource `main:sns:Publsh`. Did you mean `main:sns:Publish`?")]
    [InlineData("carts->main", "No edge leads from `carts` to `main`, but one leads back. Did you mean `main->carts`?")]
    [InlineData("main->crts", "There is no node, permission or resource `crts`. Did you mean `carts`?")]
    public void Another_name_is_answered_with_the_nearest(string name, string mistake) => Assert.Equal((null, mistake), Find(name));

    private static (Subject? Subject, string Mistake) Find(string name)
    {
        var graph = CaseGraph.Read(Golden.Read("Planning", Case, "graph.txt"));
        var plan = Planner.Run(new(graph, default, TestCatalogue.Shipped)).Plan ?? throw new InvalidOperationException("The case has no plan.");
        return new SubjectSearch(plan, new EquatableArray<Permission>([PutOrders]), new EquatableArray<Resource>([Role])).Find(name);
    }
}
