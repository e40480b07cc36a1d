using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>A parameter of a method that crosses a unit's boundary. A cancellation token is not sent: it becomes the call's own.</summary>
public sealed record UnitParameter(string Name, TypeName Type, bool IsCancellation);
