using Amazon.Runtime;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Says of every failure of a service which setting's value could not be read.</summary>
internal abstract class AwsValueSource : IValueSource
{
    public abstract string Scheme { get; }

    public abstract void Check(ResourceBinding reference);

    public async ValueTask<string> ReadAsync(ResourceBinding reference, CancellationToken cancel)
    {
        try
        {
            return await FetchAsync(reference, cancel);
        }
        catch (AmazonServiceException refusal)
        {
            throw new InvalidOperationException($"{reference.Key} refers to {Scheme}://{reference.Target}, which AWS does not give: {refusal.ErrorCode} {refusal.Message}", refusal);
        }
        catch (AmazonClientException failure)
        {
            throw new InvalidOperationException($"{reference.Key} refers to {Scheme}://{reference.Target}, which could not be read: {failure.Message}", failure);
        }
    }

    protected abstract ValueTask<string> FetchAsync(ResourceBinding reference, CancellationToken cancel);
}
