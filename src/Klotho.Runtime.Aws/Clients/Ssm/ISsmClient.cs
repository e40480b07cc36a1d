namespace Klotho.Aws;

/// <summary>
/// The operation of AWS Systems Manager's Parameter Store that the runtime needs. An application that has the provider's own package
/// may register an adapter through <see cref="IAwsClients"/>.
/// </summary>
public interface ISsmClient
{
    /// <summary>Reads a parameter's value (at most 8 KB; docs.aws.amazon.com/general/latest/gr/ssm.html, 2026-11-22), decrypted if it is encrypted.</summary>
    /// <param name="name">The parameter's name, or its ARN.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="Amazon.Runtime.AmazonServiceException">The service refuses, or there is no such parameter.</exception>
    ValueTask<string> ReadAsync(string name, CancellationToken cancel);
}
