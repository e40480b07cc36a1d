using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>What a unit's tasks register with to get a gateway's requests straight from its load balancer.</summary>
/// <param name="Group">The ARN of the target group.</param>
/// <param name="Access">The security group of the load balancer.</param>
/// <param name="Ready">What puts the targets behind the load balancer; a service can only register once that is done.</param>
public sealed record BalancedTargets(InputValue Group, InputValue Access, EquatableArray<ResourceName> Ready);
