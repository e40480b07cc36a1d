using Klotho.Analysis;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>How other nodes reach a node.</summary>
public abstract record Endpoint
{
    private Endpoint()
    {
    }

    /// <summary>A function that services invoke, and how long an invocation may take.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Arn">Its ARN.</param>
    /// <param name="InvokeArn">The ARN that API Gateway integrates with.</param>
    /// <param name="TimeoutSeconds">After this long an invocation is cut off.</param>
    public sealed record Function(InputValue Name, InputValue Arn, InputValue InvokeArn, long TimeoutSeconds) : Endpoint;

    /// <summary>A host on the internet that answers HTTPS.</summary>
    /// <param name="Domain"><c>abc.execute-api.eu-central-1.amazonaws.com</c>.</param>
    /// <param name="Paths">The paths that it answers, <c>*</c> standing for anything: <c>/decks/*</c>.</param>
    public sealed record Host(InputValue Domain, EquatableArray<string> Paths) : Endpoint;
}
