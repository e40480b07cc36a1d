using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Klotho;

public partial interface IKeyValueStore<T>
{
    /// <summary>Binds a handler's parameter by the id in its attribute. Called by ASP.NET Core.</summary>
    static ValueTask<IKeyValueStore<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        KeyedParameter.Resolve<IKeyValueStore<T>>(context, parameter);
}
