using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Tells libraries that resolve services of their own making from the framework, Klotho's runtime and clients of services.</summary>
internal static class Libraries
{
    private static readonly string[] Others = ["System", "Microsoft", "Klotho", "AWSSDK", "Grpc", "Npgsql", "netstandard", "mscorlib"];

    public static bool Has(IMethodSymbol method) =>
        method.ContainingAssembly?.Name is { } name && !Others.Any(other => name.StartsWith(other, StringComparison.Ordinal) && (name.Length == other.Length || name[other.Length] == '.'));
}
