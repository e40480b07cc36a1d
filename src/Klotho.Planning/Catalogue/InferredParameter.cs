using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>A parameter's value that follows from the code instead of the catalogue's default, with the place in the code that causes it.</summary>
public sealed record InferredParameter(string Name, ParameterValue Value, SourceLocation Cause);
