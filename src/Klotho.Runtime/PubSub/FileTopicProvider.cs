using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Klotho.Drivers;

/// <summary>Opens topics in files.</summary>
internal sealed class FileTopicProvider(IEnumerable<TopicSubscriber> subscribers, IConfiguration configuration, IOptions<KlothoOptions> options, TimeProvider time)
    : IDriverProvider<ITopicDriver>
{
    public string Scheme => Uri.UriSchemeFile;

    public ITopicDriver Open(string id, ResourceBinding binding) =>
        new FileTopicDriver(LocalBinding.Directory(binding, "topics", id), subscribers.Of(id), options.Value.Lease, time) { MaxMessageBytes = TopicSizes.Of(configuration, id) };
}
