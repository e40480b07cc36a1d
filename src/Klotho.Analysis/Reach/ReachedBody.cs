using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>A body that a unit reaches, with the body it was first reached from: breadth first, so the path back is a shortest one.</summary>
internal sealed class ReachedBody(IMethodSymbol method, Summaries summaries, ReachedBody? from, Func<WitnessStep> step)
{
    private WitnessStep? known;
    private BodySummary? summary;

    public IMethodSymbol Method => method;

    /// <summary>What it does: read when somebody asks.</summary>
    public BodySummary Summary => summary ??= summaries.Of(method);

    public ReachedBody? From => from;

    /// <summary>Whether code that is not followed calls it: what its parameters are given is not seen.</summary>
    public bool IsOpen { get; set; }

    /// <summary>How it is reached. Few of the bodies are on the way to a resource, so that nobody asks of the others.</summary>
    public WitnessStep Step => known ??= step();

    /// <summary>Where the way here begins.</summary>
    public ReachedBody Root
    {
        get
        {
            var current = this;
            while (current.From is { } from)
            {
                current = from;
            }

            return current;
        }
    }

    public EquatableArray<WitnessStep> PathTo(WitnessStep last)
    {
        var path = new List<WitnessStep> { last };
        for (var current = this; current is not null; current = current.From)
        {
            path.Add(current.Step);
        }

        path.Reverse();
        return path.ToEquatableArray();
    }

    /// <summary>What a reader calls the method.</summary>
    public static string NameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor or MethodKind.StaticConstructor => $"new {method.ContainingType.Name}",
        MethodKind.LocalFunction => method.Name,
        MethodKind.PropertyGet or MethodKind.PropertySet => $"{method.ContainingType.Name}.{method.AssociatedSymbol?.Name}",
        _ => $"{method.ContainingType.Name}.{method.Name}",
    };
}
