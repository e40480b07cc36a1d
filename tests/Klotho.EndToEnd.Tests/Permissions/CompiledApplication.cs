using Klotho.EndToEnd.Tests.Cli;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>What the tool makes of an application of the repository, from a copy of its sources, so that its own lock stays as it is.</summary>
internal static class CompiledApplication
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Klotho.Runtime" Version="0.1.0" />
            <Reference Include="BUILT/Klotho.Runtime.Aws.dll;BUILT/Klotho.Runtime.EntityFramework.dll;BUILT/Klotho.Runtime.RabbitMq.dll;BUILT/Klotho.Runtime.Redis.dll;BUILT/Microsoft.EntityFrameworkCore.dll;BUILT/Microsoft.EntityFrameworkCore.Abstractions.dll" />
          </ItemGroup>
        </Project>
        """;

    /// <param name="folder">The application's folder in the repository.</param>
    /// <param name="settings">What the configuration says besides: <c>defaults.execution_units.type=fargate</c>.</param>
    public static EmittedPermissions Compile(string folder, params string[] settings) => Compile(folder, EmittedPermissions.Read, settings);

    /// <param name="folder">The application's folder in the repository.</param>
    /// <param name="read">Reads the output's folder, which is gone afterwards.</param>
    /// <param name="settings">What the configuration says besides.</param>
    public static T Compile<T>(string folder, Func<string, T> read, params string[] settings)
    {
        using var workspace = new Workspace();
        var source = Path.Combine(BuiltTool.Repository, folder);
        workspace.With("App/App.csproj", Project.Replace("BUILT", Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(IsSource))
        {
            workspace.With(Path.Combine("App", Path.GetRelativePath(source, file)), File.ReadAllText(file));
        }

        var result = BuiltTool.Run(workspace.Root, ["compile", "App", "--out", "out", "--no-build-static", .. settings.SelectMany(setting => new[] { "--set", setting })]);
        Assert.True(result.ExitCode == 0, result.Everything);
        return read(workspace.Path("out"));

        bool IsSource(string file) =>
            Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar) is var parts && !parts.Any(part => part is "bin" or "obj" or "web")
            && (Path.GetExtension(file) is ".cs" or ".txt" || parts[^1] == "klotho.yaml");
    }
}
