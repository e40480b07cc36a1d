using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>How other nodes reach a node.</summary>
public abstract record Endpoint
{
    private Endpoint()
    {
    }

    /// <summary>A function that services invoke: its name, its ARN and the ARN that API Gateway integrates with.</summary>
    public sealed record Function(InputValue Name, InputValue Arn, InputValue InvokeArn) : Endpoint;

    /// <summary>A host on the internet that answers HTTPS: <c>abc.execute-api….amazonaws.com</c>.</summary>
    public sealed record Host(InputValue Domain) : Endpoint;
}
