namespace KlothoWorker;

/// <summary>What the worker is told.</summary>
public sealed record Job(string Id);
