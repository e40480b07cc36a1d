using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Calls of the framework that run code by its name, or find the types of an assembly.</summary>
internal static class Reflection
{
    private static readonly Dictionary<string, string[]> Callers = new(StringComparer.Ordinal)
    {
        ["System.Reflection.MethodBase"] = ["Invoke", "CreateDelegate"],
        ["System.Reflection.MethodInfo"] = ["Invoke", "CreateDelegate"],
        ["System.Reflection.ConstructorInfo"] = ["Invoke"],
        ["System.Reflection.PropertyInfo"] = ["GetValue", "SetValue"],
        ["System.Reflection.Assembly"] = ["GetTypes", "GetExportedTypes", "GetType", "CreateInstance"],
        ["System.Type"] = ["InvokeMember", "GetType"],
        ["System.Delegate"] = ["CreateDelegate"],
    };

    public static void Read(IInvocationOperation call, BodySummary summary)
    {
        var method = call.TargetMethod;
        var isCaller = Callers.Any(each => method.ContainingType.Is(each.Key) && each.Value.Contains(method.Name));

        // A library that is given an assembly looks for types in it.
        var scans = method.DeclaringSyntaxReferences.IsEmpty
            && method.ContainingType.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) != true
            && call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(value => value.Type.Is("System.Reflection.Assembly")));
        if (isCaller || scans)
        {
            summary.Reflections.Add(($"{method.ContainingType.Name}.{method.Name}", call.Syntax.GetLocation()));
        }
    }
}
