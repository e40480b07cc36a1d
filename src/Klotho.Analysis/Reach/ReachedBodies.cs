using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The bodies that a walk has come to, and those among them that are to be followed still.</summary>
internal sealed class ReachedBodies(Summaries summaries, SourceRoot root)
{
    private readonly Dictionary<ISymbol, ReachedBody> reached = new(SymbolEqualityComparer.Default);
    private readonly Queue<ReachedBody> pending = new();
    private readonly Queue<(ReachedBody Body, bool TakesServices)> opened = new();
    private IReadOnlyList<ReachedBody>? remarkable;

    public IEnumerable<ReachedBody> All => reached.Values;

    /// <summary>Those that are <see cref="BodySummary.IsRemarkable"/>, after the walk.</summary>
    public IReadOnlyList<ReachedBody> Remarkable => remarkable ??= reached.Values.Where(body => body.Summary.IsRemarkable).ToList();

    public bool IsFollowed => pending.Count + opened.Count == 0;

    public bool Contains(IMethodSymbol method) => reached.ContainsKey(method);

    /// <summary>Follows what is to be followed, and what that leads to: what was opened ahead of what was only reached.</summary>
    /// <param name="follow">Goes where a body leads.</param>
    /// <param name="open">Goes where a body leads because of who calls it; whether services are its arguments.</param>
    public void Follow(Action<ReachedBody> follow, Action<ReachedBody, bool> open)
    {
        remarkable = null;
        while (!IsFollowed)
        {
            if (opened.Count > 0)
            {
                var (body, takesServices) = opened.Dequeue();
                open(body, takesServices);
            }
            else
            {
                follow(pending.Dequeue());
            }
        }
    }

    public void Reach(IMethodSymbol method, ReachedBody? from, Location at)
    {
        if (!reached.ContainsKey(method))
        {
            Reach(method, from, () => new(ReachedBody.NameOf(method), root.At(at)));
        }
    }

    public void Open(IMethodSymbol method, ReachedBody? from, Location at, bool takesServices = true) =>
        Open(method, from, () => new(ReachedBody.NameOf(method), root.At(at)), takesServices);

    /// <summary>Called by code that is not followed. What that calls through a type of its own, it calls with objects of its own.</summary>
    public void Open(IMethodSymbol method, ReachedBody? from, Func<WitnessStep> step, bool takesServices = true)
    {
        Reach(method, from, step);
        var body = reached[method];
        if (!body.IsOpen)
        {
            body.IsOpen = true;
            opened.Enqueue((body, takesServices));
        }
    }

    private void Reach(IMethodSymbol method, ReachedBody? from, Func<WitnessStep> step)
    {
        if (!reached.ContainsKey(method))
        {
            var body = new ReachedBody(method, summaries, from, step);
            summaries.Announce(method);
            reached[method] = body;
            pending.Enqueue(body);
        }
    }
}
