using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>The project file, with packages pinned.</summary>
internal static class ProjectFile
{
    private const string TargetFramework = "net10.0";

    public static OutputFile Print(string ns, EquatableArray<string> providers)
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
}
