using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Cli.Loading;

/// <summary>
/// Source generators that are not part of .NET. Nobody knows what they write: it may be a controller, a hosted service or an initialiser of the module that no
/// code names and that runs all the same, so that code which compiles without them is not all there is.
/// </summary>
internal static class OtherGenerators
{
    // They complete what code declares (which does not compile without it), or take the place of calls and do the same.
    private static readonly string[] OfDotNet =
    [
        "Microsoft.AspNetCore.App.SourceGenerators", "Microsoft.AspNetCore.Http.RequestDelegateGenerator", "Microsoft.AspNetCore.OpenApi.SourceGenerators",
        "Microsoft.CodeAnalysis.NetAnalyzers", "Microsoft.CodeAnalysis.Razor.Compiler", "Microsoft.Extensions.Configuration.Binder.SourceGeneration",
        "Microsoft.Extensions.Logging.Generators", "Microsoft.Extensions.Options.SourceGeneration", "Microsoft.Extensions.Validation.ValidationsGenerator",
        "Microsoft.Interop.ComInterfaceGenerator", "Microsoft.Interop.JavaScript.JSImportGenerator", "Microsoft.Interop.LibraryImportGenerator",
        "Microsoft.Interop.SourceGeneration", "System.Text.Json.SourceGeneration", "System.Text.RegularExpressions.Generator",
    ];

    public static bool Any(ProjectFacts project, CSharpCommandLineArguments arguments) =>
        Any(arguments.AnalyzerReferences.Select(analyzer => Path.GetFullPath(analyzer.FilePath, project.Directory)));

    /// <summary>Whether one of these assemblies has such a generator. One that is not there or is no assembly has none.</summary>
    internal static bool Any(IEnumerable<string> assemblies) => assemblies
        .Where(path => Path.GetFileNameWithoutExtension(path) is var name && name != GeneratorRun.OwnGenerator && !OfDotNet.Contains(name, StringComparer.OrdinalIgnoreCase))
        .Any(path => File.Exists(path) && HasGenerator(path));

    private static bool HasGenerator(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var image = new PEReader(file);
            if (!image.HasMetadata)
            {
                return false;
            }

            var metadata = image.GetMetadataReader();
            return metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Any(type => metadata.StringComparer.Equals(type.Name, "GeneratorAttribute") && metadata.StringComparer.Equals(type.Namespace, "Microsoft.CodeAnalysis"));
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
