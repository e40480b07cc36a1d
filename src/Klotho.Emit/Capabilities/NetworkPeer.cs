using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>Something inside the application's network: its security group and the port it listens on.</summary>
public sealed record NetworkPeer(InputValue SecurityGroup, int Port);
