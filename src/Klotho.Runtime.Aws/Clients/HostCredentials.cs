using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace Klotho.Aws;

/// <summary>The credentials that this process has from its host, for what is signed here rather than by the SDK. They are looked for on first use.</summary>
internal sealed class HostCredentials
{
    private readonly Lazy<DefaultAWSCredentialsIdentityResolver> _resolver = new(() => new DefaultAWSCredentialsIdentityResolver());

    public async ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancel) =>
        await (await _resolver.Value.ResolveIdentityAsync(null, cancel)).GetCredentialsAsync();
}
