using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The summaries of bodies: each is read once, ahead of whoever asks for it where that is possible.</summary>
internal sealed class Summaries : IDisposable
{
    private readonly ReachInput input;
    private readonly BodyReader reader;
    private readonly ReadingAhead? ahead;

    public Summaries(ReachInput input, ResourceTypes resources, CancellationToken cancel)
    {
        (this.input, Resources) = (input, resources);
        reader = new(input.Program, resources, input.Handlers, cancel);

        // After an edit there is little to read, in models of which each is one thread's.
        ahead = input.Program.App.Options.ConcurrentBuild && input.Program.Edits.Files.Count == 0
            ? new(new(input.Program, resources, input.Handlers, cancel))
            : null;
    }

    public ResourceTypes Resources { get; }

    /// <summary>Says that somebody will ask for the body.</summary>
    public void Announce(IMethodSymbol method)
    {
        if (ahead is not null && !input.Memory.Of(method, input.Program.Edits).ContainsKey(method))
        {
            ahead.Announce(method);
        }
    }

    public BodySummary Of(IMethodSymbol method)
    {
        var known = input.Memory.Of(method, input.Program.Edits);
        if (!known.TryGetValue(method, out var summary))
        {
            known[method] = summary = ahead?.SummaryOf(method, reader) ?? reader.Read(method);
        }

        return summary;
    }

    public void Dispose() => ahead?.Dispose();
}
