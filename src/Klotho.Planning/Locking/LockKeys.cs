namespace Klotho.Planning.Locking;

/// <summary>The names in a lock file, for the writer and the reader.</summary>
internal static class LockKeys
{
    /// <summary>Raised when a reader of the last version would misread the file.</summary>
    public const int Version = 1;

    public const string VersionKey = "version";
    public const string App = "app";
    public const string Project = "project";
    public const string Provider = "provider";
    public const string Region = "region";
    public const string Digest = "digest";
    public const string Cost = "cost";
    public const string Low = "low";
    public const string Expected = "expected";
    public const string High = "high";
    public const string Facilities = "facilities";
    public const string Nodes = "nodes";
    public const string Facts = "facts";
    public const string Type = "type";
    public const string Name = "name";
    public const string Stateful = "stateful";
    public const string Parameters = "parameters";
    public const string Permanent = "permanent";
    public const string Monthly = "monthly";
    public const string Routes = "routes";
    public const string Unit = "unit";
    public const string Gateways = "gateways";
    public const string Demands = "demands";
    public const string Edges = "edges";
    public const string Schemas = "schemas";
    public const string Accepted = "accepted";
    public const string Change = "change";
    public const string Reason = "reason";
    public const string Applied = "applied";
}
