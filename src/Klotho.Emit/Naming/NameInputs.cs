using Klotho.Emit.Resources;

namespace Klotho.Emit.Naming;

/// <summary>The inputs by which a program names a resource itself, rather than leave it to the deployment engine.</summary>
internal static class NameInputs
{
    public const string Prefix = "namePrefix";

    private static readonly string[] Names = ["name", "family", "identifier", "clusterIdentifier", "replicationGroupId", "userId", "userGroupId", "userName"];

    private static readonly string[] Fifo = ["fifoQueue", "fifoTopic"];

    /// <summary>
    /// How many letters the engine appends behind all others: ".fifo", for a topic or queue of that kind (pulumi-aws provider/resources.go:
    /// AutoNameOptions.PostTransform of aws_sqs_queue and aws_sns_topic, 2026-11-22).
    /// </summary>
    public static int Suffix(Resource resource) => Fifo.Any(input => resource.Inputs.Find(input) is InputValue.Truth { Value: true }) ? ".fifo".Length : 0;

    /// <summary>The name that the program gives, or null.</summary>
    public static InputValue? Find(Resource resource) => Names.Select(resource.Inputs.Find).FirstOrDefault(value => value is not null);

    /// <summary>Whether the engine makes the name from the resource's logical one.</summary>
    public static bool AreLeft(Resource resource) => Find(resource) is null && resource.Inputs.Find(Prefix) is null;
}
