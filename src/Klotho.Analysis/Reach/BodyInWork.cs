using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>A body that the walk will ask for: whoever comes first reads it, and the other waits.</summary>
internal sealed class BodyInWork(IMethodSymbol method)
{
    private readonly object turn = new();
    private BodySummary? summary;

    public BodySummary ReadBy(BodyReader reader)
    {
        lock (turn)
        {
            return summary ??= reader.Read(method);
        }
    }
}
