using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes.Conventions;

/// <summary>Arguments of calls by the names of their parameters, in whichever order they are written.</summary>
internal static class CallArguments
{
    public static IOperation? Argument(this IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;
}
