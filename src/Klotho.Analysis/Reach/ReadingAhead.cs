using System.Collections.Concurrent;
using Klotho.Analysis.Threads;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Reads bodies beside the walk, which would spend most of its time waiting for the compiler to bind them. The walk takes them in the order in
/// which it came to them, this the newest first, so that the two seldom meet. What a body's summary says does not depend on who reads it.
/// </summary>
internal sealed class ReadingAhead : IDisposable
{
    private readonly ConcurrentDictionary<ISymbol, BodyInWork> known = new(SymbolEqualityComparer.Default);
    private readonly BlockingCollection<BodyInWork> announced = new(new ConcurrentStack<BodyInWork>());
    private readonly BodyReader reader;
    private readonly Action wait;
    private volatile bool isOver;

    /// <param name="reader">Nobody else's.</param>
    public ReadingAhead(BodyReader reader)
    {
        this.reader = reader;
        wait = AmpleStack.Begin(Work);
    }

    /// <summary>Says that the walk will ask for the body.</summary>
    public void Announce(IMethodSymbol method)
    {
        var body = new BodyInWork(method);
        if (known.TryAdd(method, body))
        {
            announced.Add(body);
        }
    }

    /// <summary>The summary, read by the walk's own reader if nobody has yet.</summary>
    public BodySummary SummaryOf(IMethodSymbol method, BodyReader own) => known.GetOrAdd(method, _ => new(method)).ReadBy(own);

    public void Dispose()
    {
        isOver = true;
        announced.CompleteAdding();
        wait();
        announced.Dispose();
    }

    private void Work()
    {
        foreach (var body in announced.GetConsumingEnumerable())
        {
            if (isOver)
            {
                return;
            }

            body.ReadBy(reader);
        }
    }
}
