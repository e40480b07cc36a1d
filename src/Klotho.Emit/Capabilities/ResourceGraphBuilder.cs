using Klotho.Analysis;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>Collects what every lowering asks for into one graph.</summary>
public static class ResourceGraphBuilder
{
    public static ResourceGraph Build(LoweringContext context)
    {
        var hosted = context.Hosted().ToList();
        return new(
            hosted.SelectMany(item => item.Lowering.Resources(item.Node)).OrderBy(resource => resource.Name).ToEquatableArray(),
            hosted.SelectMany(item => item.Lowering.Outputs(item.Node)).OrderBy(output => output.Name, StringComparer.Ordinal).ToEquatableArray());
    }
}
