namespace Klotho;

/// <summary>How fresh what a store reads has to be. Only Amazon DynamoDB knows the difference: PostgreSQL, Redis, files and memory always read strongly.</summary>
public enum ReadConsistency
{
    /// <summary>A read sees every write that ended before it began. What stores do unless they are asked for less.</summary>
    Strong,

    /// <summary>
    /// A read may miss writes of about the last second, also the reader's own, and costs half as much (Amazon DynamoDB; source:
    /// docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html, 2026-11-22).
    /// </summary>
    Eventual,
}
