using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Klotho;

public partial interface ISecret
{
    /// <summary>Binds a handler's parameter by the id in its attribute. Called by ASP.NET Core.</summary>
    static ValueTask<ISecret?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        KeyedParameter.Resolve<ISecret>(context, parameter);
}
