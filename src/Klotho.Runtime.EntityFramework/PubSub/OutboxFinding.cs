namespace Klotho.EntityFramework;

/// <summary>What a look into an outbox found.</summary>
[Flags]
internal enum OutboxFinding
{
    /// <summary>No message of a topic that this process publishes to.</summary>
    Empty = 0,

    /// <summary>Messages, which are published.</summary>
    Published = 1,

    /// <summary>Messages, to publish which another process has the turn. It may have looked for the last time before they were committed.</summary>
    Elsewhere = 2,

    /// <summary>Messages that could not be published, or nothing that could be read.</summary>
    Failed = 4,
}
