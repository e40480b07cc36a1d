using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>The runtime declaration of a subscription.</summary>
internal static class SubscriptionWiring
{
    public static string Declaration(CapabilityUse use) => "";
}
