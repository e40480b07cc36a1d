using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.Config;
using Klotho.Analysis.Capabilities.EmbedAssets;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.Expose;
using Klotho.Analysis.Capabilities.Persist.Blob;
using Klotho.Analysis.Capabilities.Persist.Cache;
using Klotho.Analysis.Capabilities.Persist.KeyValue;
using Klotho.Analysis.Capabilities.Persist.Orm;
using Klotho.Analysis.Capabilities.Persist.Secret;
using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Capabilities.Schedule;
using Klotho.Analysis.Capabilities.Sensitive;
using Klotho.Analysis.Capabilities.StaticUnit;
using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Capabilities;

/// <summary>The one ordered list of annotations: a new capability is a folder beside these and a line here.</summary>
public static class AnnotationCatalogue
{
    public static readonly EquatableArray<Annotation> All = new(
    [
        new ExecUnitAnnotation(),
        new KeyValueAnnotation(),
        new BlobAnnotation(),
        new OrmAnnotation(),
        new CacheAnnotation(),
        new SecretAnnotation(),
        new TopicAnnotation(),
        new SubscriptionAnnotation(),
        new IdempotentAnnotation(),
        new MessageMemberAnnotation(MessageMemberAttribute.OrderedBy, "ordered-by"),
        new MessageMemberAnnotation(MessageMemberAttribute.FilteredBy, "filtered-by"),
        new StaticUnitAnnotation(),
        new GatewayAnnotation(),
        new ScheduleAnnotation(),
        new ConfigAnnotation(),
        new AssetsAnnotation(),
        new SensitiveAnnotation(),
        new RepeatableAnnotation(),
    ]);
}
