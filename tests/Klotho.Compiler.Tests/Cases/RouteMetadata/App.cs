using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace SecuredApp;

public static class App
{
    private const string Admins = "admins";

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().AddApplicationPart(typeof(App).Assembly);
        builder.Services.AddCors();
        builder.Services.AddAuthorization(options => options.AddPolicy(Admins, policy => policy.RequireAuthenticatedUser()));
        builder.Services.AddRateLimiter(options => options.AddFixedWindowLimiter("slow", _ => { }));
        var app = builder.Build();

        app.MapGet("/open", () => "");
        app.MapGet("/signed-in", () => "").RequireAuthorization();
        app.MapGet("/admins", () => "").RequireAuthorization(Admins, "others").WithName("admins").WithTags("a", "b");
        app.MapGet("/objects", () => "").RequireAuthorization(new AuthorizeAttribute(Admins) { Roles = "editor, admin" }, new AuthorizeAttribute { AuthenticationSchemes = "Bearer" });
        app.MapGet("/built", () => "").RequireAuthorization(policy => policy.RequireRole("x"));
        app.MapGet("/attribute", [Authorize(Admins)] () => "");
        app.MapGet("/overruled", [Authorize] () => "").AllowAnonymous();
        app.MapGet("/method-group", Handlers.Secret);
        app.MapGet("/cors", () => "").RequireCors("partners");
        app.MapGet("/no-cors", [DisableCors] () => "");
        app.MapPost("/slow", () => "").RequireRateLimiting("slow").ExcludeFromDescription();
        app.MapGet("/metadata", () => "").WithMetadata(new AllowAnonymousAttribute(), new TagsAttribute("c"));

        var later = app.MapGet("/later", () => "");
        later.RequireAuthorization(Admins);
        later.WithTags("later");

        // What keeps callers out under a condition is not counted; what lets them in is.
        var sometimes = app.MapGet("/sometimes", () => "");
        var opened = app.MapGet("/opened", () => "").RequireAuthorization();
        if (args.Length > 100)
        {
            sometimes.RequireAuthorization();
        }
        else
        {
            opened.AllowAnonymous();
        }

        var own = app.MapGroup("/own").RequireAuthorization("owners").WithTags("group");
        own.MapGet("x", () => "");
        own.MapGet("free", () => "").AllowAnonymous();
        var inner = own.MapGroup("inner").RequireRateLimiting("slow").RequireCors("partners");
        inner.MapGet("y", () => "").RequireCors("others");
        inner.MapGet("z", () => "").DisableRateLimiting();
        var after = app.MapGroup("/after");
        after.MapGet("x", () => "");
        after.RequireAuthorization();
        MapMore(app.MapGroup("/given").RequireAuthorization(Admins));
        app.MapGet("/extension", () => "").Secured();
        app.MapControllers().RequireCors("controllers");
        return app;
    }

    private static void MapMore(RouteGroupBuilder routes)
    {
        routes.WithTags("given");
        routes.MapGet("x", () => "");
    }

    private static TBuilder Secured<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.RequireAuthorization("secured");
        return builder;
    }
}

public static class Handlers
{
    [Authorize(Roles = "staff")]
    [EnableRateLimiting("slow")]
    public static string Secret() => "";
}

[Authorize(AuthenticationSchemes = "Basic,Bearer")]
[EnableRateLimiting("slow")]
public abstract class SecuredController : ControllerBase;

[Route("orders")]
public sealed class OrdersController : SecuredController
{
    [HttpGet]
    public string All() => "";

    [HttpGet("public"), AllowAnonymous]
    public string Public() => "";

    [HttpDelete("{id}"), Authorize("deleters")]
    public string Delete(string id) => id;

    [HttpGet("fast"), DisableRateLimiting, EnableCors("fast"), Tags("quick")]
    public string Fast() => "";
}
