using Microsoft.AspNetCore.Mvc;

[assembly: Expose("api")]

const string Root = "api";
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
var app = builder.Build();

app.MapGet("/", () => "root");
app.MapDelete("items/{id}/", (string id) => id);
app.MapMethods("/many", ["PUT", HttpMethods.Patch], () => "many");
app.Map("/any", () => "any");
app.MapFallback(() => "fallback");
var api = app.MapGroup("/" + Root).WithTags("api");
var v1 = api.MapGroup("v1");
v1.MapGet($"{nameof(Orders)}/{{id:int}}", (int id) => id);
v1.MapOrders();
app.MapOrders();
app.MapGet(app.Configuration["path"] ?? "", () => "unknown");
app.MapControllers();
app.Run();

public static class Orders
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("orders", AddAsync).RequireHost("example.com");
    }

    private static Task AddAsync() => Task.CompletedTask;
}

[ApiController]
[Route("/api/[controller]")]
public sealed class DecksController([Persist("decks")] IKeyValueStore<string> decks) : ControllerBase
{
    [HttpGet("{id}")]
    public async Task<string?> GetAsync(string id) => (await decks.GetAsync(id))?.Value;

    [HttpPut("{id}"), HttpPost("{id}")]
    public async Task PutAsync(string id, [FromBody] string value) => await decks.PutAsync(id, value);

    [Route("child"), Route("/rooted/child"), AcceptVerbs("DELETE", Route = "/del"), HttpGet, HttpPut]
    public string Child([Persist("images")] IBlobStore images) => images.ToString() ?? "";

    [HttpGet("[action]"), ActionName("renamed")]
    public string Other() => "";

    [NonAction]
    public string Hidden() => "";
}

[Route("pages")]
public class PageController : Controller
{
    [HttpGet]
    public string Index() => "";
}
