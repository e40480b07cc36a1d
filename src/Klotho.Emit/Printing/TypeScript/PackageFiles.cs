using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>The package, with dependencies pinned, and the compiler's options.</summary>
internal static class PackageFiles
{
    public static OutputFile Package(string project, EquatableArray<string> providers)
    {
        var used = TypeScriptSdk.Current.Packages.Items
            .Concat(ProviderSchema.Current.Packages.Where(package => providers.Items.Contains(package.Name)))
            .OrderBy(package => package.Name, StringComparer.Ordinal);
        var text = new StringBuilder($$"""
            {
              "name": {{CSharpText.Literal(project)}},
              "private": true,
              "main": "index.ts",
              "dependencies": {

            """.ReplaceLineEndings("\n"));
        Lines(text, used);
        text.Append("  },\n  \"devDependencies\": {\n");
        Lines(text, TypeScriptSdk.Current.Development.Items);
        return new(new("infra/package.json"), text.Append("  }\n}\n").ToString());
    }

    public static OutputFile Compiler() => new(new("infra/tsconfig.json"), """
        {
          "compilerOptions": {
            "target": "es2022",
            "module": "nodenext",
            "moduleResolution": "nodenext",
            "types": ["node"],
            "strict": true,
            "skipLibCheck": true,
            "noEmit": true
          },
          "files": ["index.ts"]
        }

        """.ReplaceLineEndings("\n"));

    private static void Lines(StringBuilder text, IEnumerable<(string Name, string Version)> packages) =>
        text.Append(string.Join(",\n", packages.Select(package => $"    \"{package.Name}\": \"{package.Version}\""))).Append('\n');
}
