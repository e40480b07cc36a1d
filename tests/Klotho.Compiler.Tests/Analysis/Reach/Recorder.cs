using System.Reflection;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>A resource that does nothing but remember what was called on it.</summary>
public class Recorder : DispatchProxy
{
    private static readonly MethodInfo Nothing = typeof(AsyncEnumerable).GetMethod(nameof(AsyncEnumerable.Empty)) ?? throw new MissingMethodException();

    private readonly HashSet<string> operations = [];

    public static (object Resource, IReadOnlySet<string> Operations) Of(Type type)
    {
        var recorder = Create(type, typeof(Recorder));
        return (recorder, ((Recorder)recorder).operations);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        operations.Add(targetMethod.Name);
        var type = targetMethod.ReturnType;
        return type.IsValueType
            ? Activator.CreateInstance(type)
            : Nothing.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, null);
    }
}
