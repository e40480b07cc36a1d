using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace AttributeRoutedApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().AddApplicationPart(typeof(App).Assembly);
        var app = builder.Build();
        app.MapControllers();
        return app;
    }
}

[ApiController]
[Route("/api/[controller]")]
public sealed class DecksController : ControllerBase
{
    private const string Template = "constant";

    [HttpGet]
    public string All() => "";

    [HttpGet("{id}")]
    public string Get(string id) => id;

    [HttpPut("{id}"), HttpPost("{id}")]
    public string Put(string id) => id;

    [Route("child"), Route("/rooted/child"), HttpGet, HttpPut]
    public string Child() => "";

    [AcceptVerbs("DELETE", "patch", Route = "/del")]
    public string Delete() => "";

    [AcceptVerbs("GET", "POST"), Route("accepted")]
    public string Accepted() => "";

    [HttpGet("[action]"), ActionName("renamed")]
    public string Other() => "";

    [HttpGet("~/tilde")]
    public string Tilde() => "";

    [HttpHead("head"), HttpOptions("options"), HttpPatch("patch")]
    public string Rare() => "";

    [HttpGet("[action]")]
    public Task<string> SlowAsync() => Task.FromResult("");

    [HttpGet("[Action]/[CONTROLLER]")]
    public string AnyCase() => "";

    [HttpGet("[[escaped]]/{id:regex(^[[a-z]]$)}")]
    public string Escaped(string id) => id;

    [HttpGet(Template + "/" + nameof(Constant))]
    public string Constant() => "";

    [HttpGet("late", Order = 3)]
    public string Late() => "";

    [HttpPatch(Name = "named without a template"), HttpDelete]
    public string Named() => "";

    [NonAction]
    public string Hidden() => "";

    public static string Static() => "";

    internal string Internal() => "";

    protected string Protected() => "";

    [HttpGet("open"), AllowAnonymous]
    public string Open() => "";
}

[Route("one", Order = 2), Route("two"), Authorize(Roles = "reader")]
public class PagesController : Controller
{
    [HttpGet("x")]
    public string X() => "";

    [Route("any")]
    public string Any() => "";

    [HttpGet("y", Order = 5), Authorize("writers")]
    public string Y() => "";

    [Route(""), Route("index")]
    public string Index() => "";
}

[Area("admin"), Route("[area]/users")]
public sealed class UsersController : ControllerBase
{
    [HttpGet("{id:guid}")]
    public string Get(Guid id) => id.ToString();
}

public sealed class NoPrefixController : ControllerBase
{
    [HttpGet("free/[controller]/[action]")]
    public string Free() => "";

    [HttpGet]
    public string Unreachable() => "";

    public string AlsoUnreachable() => "";
}

[Controller]
[Route("poco")]
public sealed class Plain
{
    [HttpGet]
    public string Get() => "";

    public void Dispose()
    {
    }
}

[NonController]
[Route("nothing")]
public sealed class NothingController : ControllerBase
{
    [HttpGet]
    public string Get() => "";
}

internal sealed class InternalController : ControllerBase
{
    [HttpGet("internal")]
    public string Get() => "";
}

public static class Around
{
    [Route("nested")]
    public sealed class NestedController : ControllerBase
    {
        [HttpGet]
        public string Get() => "";
    }
}

public class GenericController<T> : ControllerBase
{
    [HttpGet("generic")]
    public string Get() => typeof(T).Name;
}

[Versioned("templates")]
public sealed class OwnAttributeController : ControllerBase
{
    [HttpGet("own")]
    public string Get() => "";

    [Search("search")]
    public string Search() => "";

    [Fixed]
    public string Fixed() => "";
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class VersionedAttribute(string name) : RouteAttribute("v2/" + name);

[AttributeUsage(AttributeTargets.Method)]
public sealed class SearchAttribute : HttpMethodAttribute
{
    public SearchAttribute(string template)
        : base(["SEARCH"], template)
    {
    }
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class FixedAttribute : Attribute, IRouteTemplateProvider
{
    public string Template => "fixed/[action]";

    public int? Order => 4;

    public string? Name { get; set; }
}
