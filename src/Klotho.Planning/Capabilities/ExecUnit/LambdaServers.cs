using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>What takes a function's invocations.</summary>
public static class LambdaServers
{
    public const string Key = "server";

    /// <summary>The AWS Lambda Web Adapter, a process beside the application's, which hands HTTP requests on to Kestrel.</summary>
    public const string WebAdapter = "web_adapter";

    public static readonly ParameterSpec Parameter = ParameterSpec.Choice(
        Key, "klotho", ["klotho", WebAdapter],
        "What takes invocations: the server within the process, or the AWS Lambda Web Adapter beside it, which hands on HTTP requests only.");

    /// <summary>The adapter hands on what comes by a gateway: messages, schedules and calls of other units reach a handler by Klotho's own server.</summary>
    internal static IEnumerable<KlothoDiagnostic> Check(Decision decision, Plan plan)
    {
        if (decision.Parameter(Key) is not { Value: ParameterValue.Text { Value: WebAdapter } } server)
        {
            yield break;
        }

        var other = plan.Graph.To(decision.Node).FirstOrDefault(edge =>
            edge.Kind is EdgeKind.Delivers or EdgeKind.Triggers || edge.Kind == EdgeKind.Calls && edge.From != decision.Node);
        if (other is not null)
        {
            var step = other.Operations.Items.SelectMany(operation => operation.Witness.Items).Select(step => step.Location).FirstOrDefault();
            yield return LambdaRules.NotForAdapter.At(
                [.. new[] { (server.Origin as Origin.Written)?.Location, step }.OfType<SourceLocation>()],
                decision.Node.Name, $"{other.From}");
        }
    }
}
