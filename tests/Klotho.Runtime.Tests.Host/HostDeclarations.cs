using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Host;

/// <summary>What the source generator would write for this application.</summary>
public static class HostDeclarations
{
    public static IReadOnlyList<Declaration> All { get; } =
    [
        new KeyValueDeclaration<Note>("notes"),
        new BlobDeclaration("files"),
        new SecretDeclaration("key"),
        new ConfigDeclaration<int>("size"),
        new TopicDeclaration<Job>("jobs"),
        new UnitDeclaration<Worker>("work"),
        new SubscriptionDeclaration<Worker, Job>(
            "jobs", "work", "Worker.Handle", static (worker, job, _, cancel) => new ValueTask(worker.Handle(job, cancel))),
    ];
}
