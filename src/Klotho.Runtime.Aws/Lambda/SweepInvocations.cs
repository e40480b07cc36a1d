using System.Text.Json;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Starts for what this process does after each invocation, as the emitted infrastructure has them sent where it may be long until the next one comes:
/// <c>{"source": "klotho.sweep"}</c>. The work has the whole time of the invocation; what fails is due again.
/// </summary>
internal sealed class SweepInvocations(IEnumerable<IAfterInvocation> work) : IInvocationHandler
{
    private static readonly byte[] Done = "{}"u8.ToArray();

    public bool Takes(JsonElement invoked) => JsonText.Of(invoked, "source") == "klotho.sweep";

    public async ValueTask<InvocationAnswer> HandleAsync(Invocation invocation, CancellationToken cancel)
    {
        using var activity = XRayTrace.Start("sweep", invocation.TraceId);
        foreach (var each in work)
        {
            await each.RunAsync(cancel);
        }

        return new InvocationAnswer(Done);
    }
}
