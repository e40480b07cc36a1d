using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Reads parameters of AWS Systems Manager: <c>ssm://NAME</c>.</summary>
internal sealed class SsmValueSource(IAwsClients clients) : AwsValueSource
{
    public override string Scheme => "ssm";

    public override void Check(ResourceBinding reference)
    {
        if (reference.Target.Length == 0)
        {
            throw reference.Malformed("ssm://name");
        }
    }

    protected override ValueTask<string> FetchAsync(ResourceBinding reference, CancellationToken cancel) =>
        (Arn.TryParse(reference.Target, out var arn) ? clients.Ssm(arn.Region) : clients.Ssm()).ReadAsync(reference.Target, cancel);
}
