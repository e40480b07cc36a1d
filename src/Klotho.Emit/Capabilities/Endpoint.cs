using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>How other nodes reach a node.</summary>
public abstract record Endpoint
{
    private Endpoint()
    {
    }

    /// <summary>How many seconds a message must stay invisible to others while the node handles it; null where the node takes no messages.</summary>
    public virtual long? MessageSeconds => null;

    /// <summary>A function that services invoke, and how long an invocation may take.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Arn">The ARN to invoke: its own, or its alias's where it has one.</param>
    /// <param name="InvokeArn">The ARN that API Gateway integrates with.</param>
    /// <param name="Qualifier">The alias to invoke; null for the function itself.</param>
    /// <param name="TimeoutSeconds">After this long an invocation is cut off.</param>
    public sealed record Function(InputValue Name, InputValue Arn, InputValue InvokeArn, InputValue? Qualifier, long TimeoutSeconds) : Endpoint
    {
        /// <summary>Six times the timeout, as AWS advises for queues that Lambda reads.</summary>
        public override long? MessageSeconds => 6 * TimeoutSeconds;
    }

    /// <summary>
    /// Processes inside the application's network that always run: they answer HTTP there, and fetch their messages themselves.
    /// </summary>
    /// <param name="Listener">The ARN of the load balancer's listener that a gateway passes requests to; null where no gateway does.</param>
    /// <param name="ListenerAccess">The security group of that load balancer.</param>
    public sealed record Service(InputValue? Listener, InputValue? ListenerAccess) : Endpoint
    {
        /// <summary>The runtime's lease (<c>KlothoOptions.Lease</c>), which a living process keeps renewing.</summary>
        public override long? MessageSeconds => 30;
    }

    /// <summary>A host on the internet.</summary>
    /// <param name="Domain"><c>abc.execute-api.eu-central-1.amazonaws.com</c>.</param>
    /// <param name="Paths">The paths that it answers, <c>*</c> standing for anything: <c>/decks/*</c>.</param>
    /// <param name="Https">Whether it answers HTTPS; it answers plain HTTP otherwise.</param>
    public sealed record Host(InputValue Domain, EquatableArray<string> Paths, bool Https = true) : Endpoint;
}
