using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Routes;

/// <summary>Calls by the name of the called method: only those whose name can matter are bound.</summary>
internal sealed class MappingCalls
{
    private readonly IReadOnlyList<CallsOfFile> files;
    private readonly Dictionary<string, IReadOnlyList<CallsOfFile>> calling = new(StringComparer.Ordinal);

    private MappingCalls(IReadOnlyList<CallsOfFile> files)
    {
        this.files = files;
        foreach (var name in files.SelectMany(file => file.Calls.Select(calls => (calls.Key, file))).GroupBy(pair => pair.Key, pair => pair.file, StringComparer.Ordinal))
        {
            calling[name.Key] = name.ToList();
        }
    }

    /// <summary>The names that are called, each once.</summary>
    public IEnumerable<string> Names => calling.Keys;

    public IEnumerable<InvocationExpressionSyntax> All => Names.SelectMany(Named);

    public static MappingCalls Of(SourceProgram program, FileMemory<CallsOfFile> memory, CancellationToken cancel)
    {
        memory.Begin();
        return new(memory.In(program.Files, file => new(file.GetRoot(cancel))));
    }

    public IEnumerable<InvocationExpressionSyntax> Named(string name) => calling.TryGetValue(name, out var found) ? found.SelectMany(file => file.Calls[name]) : [];

    /// <summary>The expressions that may make an instance of a class of this name: <c>new()</c> does not say.</summary>
    public IEnumerable<BaseObjectCreationExpressionSyntax> Creations(string name) =>
        files.SelectMany(file => file.Creations[name]).Concat(files.SelectMany(file => file.Creations[""]));
}
