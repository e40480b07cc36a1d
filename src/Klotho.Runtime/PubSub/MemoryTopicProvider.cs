using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>Opens topics in memory.</summary>
internal sealed class MemoryTopicProvider(IEnumerable<TopicSubscriber> subscribers, IConfiguration configuration, TimeProvider time) : IDriverProvider<ITopicDriver>
{
    public string Scheme => LocalBinding.Memory.Scheme;

    public ITopicDriver Open(string id, ResourceBinding binding) => new MemoryTopicDriver(subscribers.Of(id), MemoryBound.Of(configuration), time) { MaxMessageBytes = TopicSizes.Of(configuration, id) };
}
