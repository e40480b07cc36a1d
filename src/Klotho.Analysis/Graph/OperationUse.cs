using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Graph;

/// <summary>
/// An operation that the source unit performs on the target, by the name of the runtime's member
/// (<c>IBlobStore.WriteAsync</c>, <c>ITopic.PublishAsync</c>, <c>OcrWorker.Handle</c>), with the shortest path to it.
/// </summary>
public sealed record OperationUse(string Name, EquatableArray<WitnessStep> Witness)
{
    /// <summary>The part of the target that it is done to, such as an entity set; empty for the whole target.</summary>
    public string Part { get; init; } = "";

    /// <summary>The values of what messages are filtered by, where a handler takes only theirs; none for all.</summary>
    public EquatableArray<string> Only { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The operation and what it is done to, for people.</summary>
    public string Title => $"{Name}{(Part.Length == 0 ? "" : $" {Part}")}{(Only.Count == 0 ? "" : $" of {string.Join(", ", Only.Items)}")}";
}
