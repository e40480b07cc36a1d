using Klotho.Compiler.Tests.Conventions;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>A committed file that a test's outcome must equal.</summary>
internal static class Golden
{
    public static void Check(string path, string actual)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{path} is missing; KLOTHO_UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
