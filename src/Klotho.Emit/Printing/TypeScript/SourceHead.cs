using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>The first lines of each emitted source file: who writes it, and what it imports.</summary>
internal sealed class SourceHead
{
    public const string Notice = "// Written by klotho compile, which writes it anew each time. Your own changes belong into customize.ts.";

    private readonly SortedDictionary<string, string> modules = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken;

    /// <param name="types">The types and functions that the file uses.</param>
    /// <param name="taken">Names of its parameters and variables, which no module may be called by.</param>
    public SourceHead(IEnumerable<ProviderToken> types, IEnumerable<string> taken)
    {
        this.taken = taken.ToHashSet(StringComparer.Ordinal);
        foreach (var type in types)
        {
            modules[TypeScriptSdk.ModuleOf(type)] = AliasOf(type);
        }
    }

    /// <summary>A type or function as the file names it: <c>sqs.Queue</c>.</summary>
    public string NameOf(ProviderToken token, string member) => $"{AliasOf(token)}.{member}";

    public void Write(CodeText code, IEnumerable<(string Name, string File)> components)
    {
        code.Line(Notice);
        code.Line("import * as pulumi from \"@pulumi/pulumi\";");
        foreach (var (module, alias) in modules)
        {
            code.Line($"import * as {alias} from \"{module}\";");
        }

        foreach (var (name, file) in components)
        {
            code.Line($"import {{ {name} }} from \"{file}\";");
        }

        code.Line();
    }

    private string AliasOf(ProviderToken token)
    {
        var alias = TypeScriptSdk.AliasOf(token);
        return taken.Contains(alias) ? $"{CSharpText.Camel(token.Provider)}{CSharpText.Pascal(alias)}" : alias;
    }
}
