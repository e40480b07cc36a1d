using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The summaries of bodies: each is read once, ahead of whoever asks for it where that is possible.</summary>
internal sealed class Summaries : IDisposable
{
    private readonly ReachInput input;
    private readonly SummaryMemory memory;
    private readonly BodyReader reader;
    private readonly ReadingAhead? ahead;

    /// <param name="input">What reach starts from.</param>
    /// <param name="resources">What is followed.</param>
    /// <param name="memory">The summaries from before.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="startsOnly">Whether only what runs as a process starts is read.</param>
    public Summaries(ReachInput input, ResourceTypes resources, SummaryMemory memory, CancellationToken cancel, bool startsOnly = false)
    {
        (this.input, this.memory, Resources) = (input, memory, resources);
        reader = new(input.Program, resources, input.Handlers, cancel, startsOnly);

        // After an edit there is little to read, in models of which each is one thread's.
        ahead = input.Program.App.Options.ConcurrentBuild && input.Program.Edits.Files.Count == 0
            ? new(new(input.Program, resources, input.Handlers, cancel, startsOnly))
            : null;
    }

    public ResourceTypes Resources { get; }

    /// <summary>Says that somebody will ask for the body.</summary>
    public void Announce(IMethodSymbol method)
    {
        if (ahead is not null && !memory.Of(method, input.Program.Edits).ContainsKey(method))
        {
            ahead.Announce(method);
        }
    }

    public BodySummary Of(IMethodSymbol method)
    {
        var known = memory.Of(method, input.Program.Edits);
        if (!known.TryGetValue(method, out var summary))
        {
            known[method] = summary = ahead?.SummaryOf(method, reader) ?? reader.Read(method);
        }

        return summary;
    }

    public void Dispose() => ahead?.Dispose();
}
