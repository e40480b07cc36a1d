using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>A method that can be called across a unit's boundary.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="DeclaringType">The interface that declares it (the unit interface or one that it extends).</param>
/// <param name="ReturnType">The full return type: a task or a stream.</param>
/// <param name="Result">The type that the task or each item of the stream carries, or null.</param>
/// <param name="ReturnsValueTask">Whether the task is a <c>ValueTask</c>.</param>
/// <param name="Streams">Whether it is no task, but an <c>IAsyncEnumerable</c>.</param>
/// <param name="IsRepeatable">Whether it may run twice.</param>
/// <param name="Parameters">The parameters in order.</param>
public sealed record UnitMethod(
    string Name,
    TypeName DeclaringType,
    TypeName ReturnType,
    TypeName? Result,
    bool ReturnsValueTask,
    bool Streams,
    bool IsRepeatable,
    EquatableArray<UnitParameter> Parameters);
