namespace Catalog;

public static class CatalogEndpoints
{
    public const string Name = "catalog";

    public static readonly string Version = "v" + 2;

    public static IEndpointRouteBuilder MapCatalog(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Name, () => "all");
        routes.MapGet($"{Name}/{Version}", () => "version");
        return routes;
    }

    public static RouteGroupBuilder MapCrud(this IEndpointRouteBuilder routes, string name)
    {
        var group = routes.MapGroup("/" + name);
        group.MapGet("", () => "all");
        group.MapGet("{id}", (string id) => id);
        group.MapPost("", () => "new");
        group.MapDelete("{id}", (string id) => id);
        routes.MapGet($"/count/{name}", () => 1);
        return group;
    }
}
