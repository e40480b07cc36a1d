using Klotho.Analysis.Collections;
using Klotho.Emit.Output;

namespace Klotho.Emit.Containers;

/// <summary>What builds images: a Dockerfile with what it must not see, and settings for builds without a Dockerfile.</summary>
public static class ContainerFiles
{
    public static IEnumerable<OutputFile> Print(string app, AppLayout layout, EquatableArray<UnitImage> images, EquatableArray<SiteImage> sites) => images.Count == 0 ? [] :
    [
        new(new("containers/Dockerfile"), Dockerfile.Print(app, layout, images, sites)),
        new(new("containers/Dockerfile.dockerignore"), IgnoredFiles.Print(layout)),
        new(new(PublishSettings.FileName), PublishSettings.Print(app, layout, images)),
    ];
}
