using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace StartupApp;

public static class App
{
    public static IHost Build(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>().UseSetting(WebHostDefaults.ApplicationKey, "Microsoft.AspNetCore")).Build();
}

public sealed class Startup(IConfiguration configuration)
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddControllers().AddApplicationPart(typeof(Startup).Assembly);
        services.AddHealthChecks();
        services.AddAuthorization();
    }

    public void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        app.UseRouting();
        app.UseAuthorization();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapGet("/", async context => await context.Response.WriteAsync(configuration["Greeting"] ?? environment.EnvironmentName));
            endpoints.MapPost("/echo", context => context.Request.Body.CopyToAsync(context.Response.Body)).RequireAuthorization();
            endpoints.MapControllers();
            endpoints.MapHealthChecks("/health");
            MapMore(endpoints);
            var group = endpoints.MapGroup("/group");
            group.MapDelete("/{id}", (string id) => id);
        });
    }

    private static void MapMore(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/more", context => context.Response.WriteAsync("more"));
        endpoints.MapPut("/more/{id:int}", context => context.Response.WriteAsync("more"));
    }
}

[ApiController, Route("api/[controller]")]
public sealed class ValuesController : ControllerBase
{
    [HttpGet]
    public IEnumerable<string> Get() => [];

    [HttpGet("{id}"), Authorize]
    public string Get(int id) => $"{id}";

    [HttpPost]
    public void Post([FromBody] string value) => _ = value;

    [HttpDelete("{id}")]
    public void Delete(int id) => _ = id;
}
