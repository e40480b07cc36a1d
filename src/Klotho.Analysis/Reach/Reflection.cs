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

    private static bool Mentions(string name) => name.IndexOf("assembl", StringComparison.OrdinalIgnoreCase) >= 0;

    public static void Read(IInvocationOperation call, BodySummary summary)
    {
        var method = call.TargetMethod;
        var isCaller = Callers.Any(each => method.ContainingType.Is(each.Key) && each.Value.Contains(method.Name));

        // A library that is given an assembly looks for types in it.
        var scans = method.DeclaringSyntaxReferences.IsEmpty
            && method.ContainingType.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) != true
            && call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(value => value.Type.Is("System.Reflection.Assembly")));
        // As it does where a type stands for its assembly: RegisterFromAssemblyContaining<T>(), AddMaps(params Type[] assemblyMarkers).
        var scansByType = !scans && method.DeclaringSyntaxReferences.IsEmpty && (Mentions(method.Name) || method.Parameters.Any(parameter => Mentions(parameter.Name))) && Libraries.Has(method);
        var found = ($"{method.ContainingType.Name}.{method.Name}", call.Syntax.GetLocation());
        if (isCaller || scans || scansByType)
        {
            summary.Reflections.Add(found);
        }

        if ((scans || scansByType) && Libraries.Has(method))
        {
            summary.Scans.Add(found);
        }
    }
}
