using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Output;
using Klotho.Emit.Schema;
using Klotho.Planning.Facts;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>The project file, with packages pinned, and Pulumi's own.</summary>
internal static class ProjectFiles
{
    private const string TargetFramework = "net10.0";

    public static OutputFile Project(string ns, EquatableArray<string> providers)
    {
        var packages = CSharpSdk.Current.Packages.Items
            .Where(package => package.Name == "Pulumi" || providers.Items.Any(provider => package.Name == $"Pulumi.{provider}"))
            .Select(package => $"    <PackageReference Include=\"{package.Name}\" Version=\"{package.Version}\" />\n");
        return new(new($"infra/{ns}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{TargetFramework}</TargetFramework>
                <RootNamespace>{ns}</RootNamespace>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
            {string.Concat(packages)}  </ItemGroup>
            </Project>

            """.ReplaceLineEndings("\n"));
    }

    /// <summary>A stack may still set another region: its own configuration holds above the project's.</summary>
    public static OutputFile Pulumi(AppName app, string project, RegionName? region) => new(new("infra/Pulumi.yaml"), $"""
        name: {project}
        runtime: dotnet
        description: The infrastructure of {app}, written by klotho compile.

        """.ReplaceLineEndings("\n") + (region is { } name ? $"config:\n  aws:region:\n    value: {name}\n" : ""));
}
