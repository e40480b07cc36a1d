using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// The key with which the operator wants data encrypted. It exists already: whoever owns it grants and takes away its use, so
/// the program takes its ARN from the stack's configuration and never makes or deletes it.
/// </summary>
public static class OwnKey
{
    // Ids hold no underscores, so this is no id's setting.
    private static readonly InputValue.Setting Key = new("own_key", "The ARN of the key that encrypts the application's data; its policy must let the services of this program use it.");

    /// <summary>Reading needs the one, writing the other; services ask for both in the caller's name (AWS Key Management Service Developer Guide: Key policies, services, 2026-11-22).</summary>
    private static readonly string[] Actions = ["kms:Decrypt", "kms:GenerateDataKey"];

    /// <summary>The key, or null where the provider's own is good enough.</summary>
    public static InputValue? Of(NodeLowering node) => IsUsed(node.Decision) ? Key : null;

    /// <summary>The key for what nodes share, or null where no node asks for one.</summary>
    public static InputValue? Of(LoweringContext context) => context.Shares(FacilityCatalogue.OwnKey) ? Key : null;

    /// <summary>The input of that name where there is a key.</summary>
    public static IEnumerable<InputValue.Entry> Input(NodeLowering node, string name) => Of(node) is { } key ? [new(name, key)] : [];

    /// <summary>The access, with the use of the key where data is encrypted with it. What is reached inside the network decrypts by itself.</summary>
    public static UnitAccess With(UnitAccess access, NodeLowering node) => access.Peer is null && access.Statements.Count > 0 && Of(node) is { } key
        ? access with { Statements = access.Statements.Items.Append(new(Actions.ToEquatableArray(), new([key]), $"the key of {node.Id.Name}")).ToEquatableArray() }
        : access;

    /// <summary>Whether the resource is encrypted with the key. A policy only names it.</summary>
    public static bool Encrypts(Resource resource) => resource.Type.Value != "aws:iam/rolePolicy:RolePolicy" && resource.Inputs.DescendantsAndSelf().Contains(Key);

    private static bool IsUsed(Decision decision) => decision.Facilities.Items.Contains(FacilityCatalogue.OwnKey);
}
