using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho;

/// <summary>
/// Resolves a handler's parameter by the id in its attribute. The request delegate generator, which trimmed and ahead-of-time
/// compiled applications use, does not see attributes that derive from <see cref="FromKeyedServicesAttribute"/>, but
/// does call a type's own <c>BindAsync</c>.
/// </summary>
internal static class KeyedParameter
{
    public static ValueTask<T?> Resolve<T>(HttpContext context, ParameterInfo parameter)
        where T : class
    {
        var attribute = parameter.GetCustomAttribute<FromKeyedServicesAttribute>()
            ?? throw new InvalidOperationException(
                $"The parameter '{parameter.Name}' of type {typeof(T).Name} has no attribute that names what to inject, such as [Persist(\"id\")].");
        return ValueTask.FromResult<T?>(context.RequestServices.GetRequiredKeyedService<T>(attribute.Key));
    }
}
