using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InheritingApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers(options => options.SuppressAsyncSuffixInActionNames = false).AddApplicationPart(typeof(App).Assembly);
        var app = builder.Build();
        app.MapControllers().RequireAuthorization();
        app.MapGroup("grouped").MapControllers();
        return app;
    }
}

[Route("base/[controller]/[action]")]
public abstract class BaseController : ControllerBase
{
    [HttpGet]
    public virtual string Inherited() => "";

    [HttpPost("{id}")]
    public virtual Task<string> ChangeAsync(string id) => Task.FromResult(id);

    [NonAction]
    public virtual string Hidden() => "";

    [HttpGet]
    public abstract string Abstract();
}

public class FirstController : BaseController
{
    [HttpDelete]
    public string Own() => "";

    public override string Abstract() => "";
}

public sealed class SecondController : BaseController
{
    public override string Inherited() => "second";

    [HttpPut]
    public override Task<string> ChangeAsync(string id) => Task.FromResult(id);

    public override string Hidden() => "still hidden";

    [HttpPatch("own")]
    public override string Abstract() => "";
}

[Route("third")]
public sealed class ThirdController : FirstController
{
    public override string Inherited() => "";

    [HttpGet("new"), AllowAnonymous]
    public string New() => "";
}

[Authorize("generic")]
public abstract class CrudController<T> : ControllerBase
{
    [HttpGet("crud/[controller]")]
    public T? Get() => default;

    [HttpPost("crud/[controller]/{id}")]
    public void Post(T id)
    {
    }
}

public sealed class NumbersController : CrudController<int>;

public sealed class TextsController : CrudController<string>
{
    [HttpGet("crud/[controller]/longest")]
    public string Longest() => "";
}
