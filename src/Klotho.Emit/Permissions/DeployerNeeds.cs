using Klotho.Analysis.Collections;

namespace Klotho.Emit.Permissions;

/// <summary>What the deployment engine does with resources of a type: create, read, change, tag, delete.</summary>
/// <param name="On">
/// Patterns of ARNs. <c>{name}</c> stands for the resource's name, <c>{bucket}</c> for that of the resource that its input <c>bucket</c> names.
/// </param>
/// <param name="Actions">What is done on them.</param>
/// <param name="OnAll">What AWS allows on all resources only.</param>
/// <param name="LinkedRoles">Services that get a role of their own in the account when they are first used.</param>
/// <param name="OwnKey">What is asked of KMS where the resource is encrypted with the operator's key; null where that is not known of the type.</param>
public sealed record DeployerNeeds(
    EquatableArray<string> On, EquatableArray<string> Actions, EquatableArray<string> OnAll, EquatableArray<string> LinkedRoles, EquatableArray<string>? OwnKey);
