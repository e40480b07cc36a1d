using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Persist;

/// <summary>
/// Whom the application's units sign in as at a store in memory, with a token of their role in place of a password: there is none that
/// could leak. Users of all stacks stand side by side in an account, and services make up no names for them: so the name holds the id of
/// the store's security group, which no other store has.
/// </summary>
internal static class InMemoryUser
{
    /// <summary>The port of every such store.</summary>
    public const int Port = 6379;

    /// <summary>All that reads and writes; nothing that empties, inspects or reconfigures the server. Clients ask for <c>INFO</c> when they connect, and the cache's scripts for the time.</summary>
    public const string Commands = "on ~* -@all +@read +@write +@connection +@transaction +@scripting +@keyspace -@dangerous -@admin +info +time";

    /// <summary>The same where keys are spread over shards, which clients ask for.</summary>
    public const string ClusterCommands = $"{Commands} +cluster|nodes +cluster|shards +cluster|slots";

    /// <summary>A name for the user, and for the group that it is in.</summary>
    public static InputValue.Interpolation Name(NodeLowering node) => InputValue.Interpolation.Of("app-", new InputValue.Reference(node.Name("access"), "id"));

    /// <summary>How the user signs in.</summary>
    public static InputValue.Map SignIn { get; } = InputValue.Map.Of(new InputValue.Entry("type", "iam"));
}
