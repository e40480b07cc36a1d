using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Klotho;

public partial interface IBlobStore
{
    /// <summary>Binds a handler's parameter by the id in its attribute. Called by ASP.NET Core.</summary>
    static ValueTask<IBlobStore?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        KeyedParameter.Resolve<IBlobStore>(context, parameter);
}
