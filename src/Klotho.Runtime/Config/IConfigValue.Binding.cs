using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Klotho;

public partial interface IConfigValue<out T>
{
    /// <summary>Binds a handler's parameter by the id in its attribute. Called by ASP.NET Core.</summary>
    static ValueTask<IConfigValue<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        KeyedParameter.Resolve<IConfigValue<T>>(context, parameter);
}
