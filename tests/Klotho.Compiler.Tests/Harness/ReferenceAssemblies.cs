using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>What the sources of a test compile against: ASP.NET Core's reference assemblies and the real runtime.</summary>
internal static class ReferenceAssemblies
{
    public static MetadataReference Runtime { get; } =
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "Klotho.Runtime.dll"));

    public static MetadataReference RuntimeOnAws { get; } =
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "Klotho.Runtime.Aws.dll"));

    /// <summary>AWS's own clients, as an application has them that calls AWS itself.</summary>
    public static IReadOnlyList<MetadataReference> Aws { get; } =
        [.. new[] { "AWSSDK.Core.dll", "AWSSDK.S3.dll", "AWSSDK.DynamoDBv2.dll" }.Select(file => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file)))];

    /// <summary>EF Core, as an application has it.</summary>
    public static IReadOnlyList<MetadataReference> EntityFramework { get; } =
        [.. new[] { "", ".Abstractions", ".Relational" }.Select(part => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, $"Microsoft.EntityFrameworkCore{part}.dll")))];

    /// <summary>What services of gRPC are made with.</summary>
    public static IReadOnlyList<MetadataReference> Grpc { get; } =
        [.. new[] { typeof(global::Grpc.Core.ServerCallContext), typeof(Microsoft.AspNetCore.Builder.GrpcEndpointRouteBuilderExtensions), typeof(Microsoft.Extensions.DependencyInjection.GrpcServicesExtensions) }
            .Select(type => type.Assembly.Location).Distinct().Select(path => MetadataReference.CreateFromFile(path))];

    public static MetadataReference RuntimeOnEntityFramework { get; } =
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "Klotho.Runtime.EntityFramework.dll"));

    public static IReadOnlyList<MetadataReference> AspNetCore { get; } =
    [
        .. PackOf("Microsoft.NETCore.App.Ref"),
        .. PackOf("Microsoft.AspNetCore.App.Ref"),
        Runtime,
    ];

    // <dotnet>/shared/Microsoft.NETCore.App/<version>/ is what runs; <dotnet>/packs is beside shared.
    private static IEnumerable<MetadataReference> PackOf(string name)
    {
        var packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../packs", name));
        var newest = Directory.GetDirectories(packs).OrderBy(path => Version.Parse(Path.GetFileName(path))).Last();
        return Directory.GetFiles(Path.Combine(newest, "ref", "net10.0"), "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
