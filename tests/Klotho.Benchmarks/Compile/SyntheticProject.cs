namespace Klotho.Benchmarks.Compile;

/// <summary>A web application that a benchmark wrote, with the runtime as it was built here; restored.</summary>
internal static class SyntheticProject
{
    /// <returns>Its folder.</returns>
    public static async Task<string> WriteAsync(string folder, string name, Func<string, Task> writeSources)
    {
        var project = Path.Combine(folder, name);
        Directory.CreateDirectory(project);
        await File.WriteAllTextAsync(Path.Combine(project, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Using Include="Klotho" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Klotho.Runtime.dll")}" />
                <Analyzer Include="{Repository.Analyzer}" />
              </ItemGroup>
            </Project>

            """);
        await writeSources(project);
        await TimedProcess.OutputAsync(project, "dotnet", "restore", "-v", "q");
        return project;
    }
}
