using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Klotho.Aws;

/// <summary>Where a service is and who calls it. Endpoint, retries and proxies follow the SDK's usual settings.</summary>
internal sealed class AwsClientConfig : ClientConfig
{
    private readonly AwsService _service;

    public AwsClientConfig(AwsService service, string region, bool ignoreConfiguredEndpoint = false)
        : base(new Defaults())
    {
        IgnoreConfiguredEndpointUrls = ignoreConfiguredEndpoint;
        _service = service;
        ServiceId = service.Id;
        AuthenticationServiceName = service.Name;
        RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        EndpointProvider = new StaticEndpointProvider(Endpoint + "/");
    }

    public override string RegionEndpointServiceName => _service.Name;

    public override string ServiceVersion => _service.Version;

    public override string UserAgent => InternalSDKUtils.BuildUserAgentString(_service.Id, _service.Version);

    /// <summary>The endpoint that the environment or the profile names, else that of the region.</summary>
    public string Endpoint => ServiceURL is { Length: > 0 } configured
        ? configured.TrimEnd('/')
        : $"https://{_service.Name}{(UseFIPSEndpoint ? "-fips" : "")}.{RegionEndpoint.SystemName}.{RegionEndpoint.PartitionDnsSuffix}";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(Endpoint + "/");

    private sealed class Defaults : IDefaultConfigurationProvider
    {
        // What the SDK calls "standard": docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html, 2026-11-22.
        public IDefaultConfiguration GetDefaultConfiguration(RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode) =>
            new DefaultConfiguration
            {
                Name = DefaultConfigurationMode.Standard,
                RetryMode = RequestRetryMode.Standard,
                ConnectTimeout = TimeSpan.FromMilliseconds(3100),
                TlsNegotiationTimeout = TimeSpan.FromMilliseconds(3100),
            };
    }
}
