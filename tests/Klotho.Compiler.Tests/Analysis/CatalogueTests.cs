using Klotho.Analysis;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities;
using Klotho.Analysis.Collections;
using Klotho.Compiler.Tests.Analysis.Fixtures;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>The list of annotations is all that analysis knows of capabilities.</summary>
public sealed class CatalogueTests
{
    private const string Shop = """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", ([Shop.Lock("till")] Shop.ILock till) => till.TakeAsync());
        app.Run();

        namespace Shop
        {
            public sealed class LockAttribute(string id) : Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute(id);

            public interface ILock
            {
                Task TakeAsync();

                Task ReturnAsync();
            }
        }
        """;

    [Fact]
    public void A_capability_from_elsewhere_is_followed_like_any_other()
    {
        EquatableArray<Annotation> catalogue = new([.. AnnotationCatalogue.All, new LockAnnotation()]);
        var result = CapabilityAnalysis.Run(new(App.Compile(Shop), new("app"), new(App.Root)), catalogue, CancellationToken.None);

        var edge = Assert.Single(result.Graph.Edges, each => each.To.ToString() == "lock:till");
        Assert.Equal(["ILock.TakeAsync"], edge.Operations.Items.Select(operation => operation.Name));
    }

    [Fact]
    public void Without_it_nothing_is_found() =>
        Assert.DoesNotContain(App.Analyze(Shop).Graph.Nodes, node => node.Id.Name == "till");
}
