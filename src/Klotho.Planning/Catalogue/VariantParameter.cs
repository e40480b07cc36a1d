using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>A parameter's value that makes a variant what it is: <c>multi_az: true</c>.</summary>
public sealed record VariantParameter(string Name, ParameterValue Value);
