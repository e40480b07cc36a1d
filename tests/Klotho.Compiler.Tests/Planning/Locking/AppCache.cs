using System.Collections.Concurrent;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Planning.Locking;

/// <summary>The graphs of programs, each analysed once: cases compile the same program several times.</summary>
internal sealed class AppCache
{
    private readonly ConcurrentDictionary<string, CapabilityGraph> graphs = new(StringComparer.Ordinal);

    public CapabilityGraph Graph(string program) => graphs.GetOrAdd(program, text =>
    {
        var analysis = App.Analyze(text);
        Assert.Empty(analysis.Diagnostics.Items.Where(found => found.Rule.Severity == Severity.Error).Select(found => found.Message));
        return analysis.Graph;
    });
}
