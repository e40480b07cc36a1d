using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Klotho;

public partial interface ITopic<in T>
{
    /// <summary>Binds a handler's parameter by the id in its attribute. Called by ASP.NET Core.</summary>
    static ValueTask<ITopic<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        KeyedParameter.Resolve<ITopic<T>>(context, parameter);
}
