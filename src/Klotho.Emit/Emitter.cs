using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Containers;
using Klotho.Emit.Documents;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Naming;
using Klotho.Emit.Output;
using Klotho.Emit.Permissions;
using Klotho.Emit.Printing;
using Klotho.Emit.Printing.Manifests;
using Klotho.Emit.Resources;
using Klotho.Emit.Topology;
using Klotho.Planning.Locking;

namespace Klotho.Emit;

/// <summary>The emission stage: a plan becomes provider resources, and those become the files to write.</summary>
public static class Emitter
{
    public static EmitResult Run(EmitInput input)
    {
        var context = new LoweringContext(input.Plan, input.Lock, input.Catalogue.Capabilities, input.Layout);
        var diagnostics = EmissionCheck.Run(context);
        if (diagnostics.Items.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error))
        {
            return new(null, null, diagnostics);
        }

        var (resources, names) = ResourceGraphBuilder.Build(context);
        if (NameCheck.Run(resources, context.Graph) is { Count: > 0 } clashes)
        {
            return new(null, null, diagnostics.Items.Concat(clashes.Items).ToEquatableArray());
        }

        var digest = Digest(input);
        var files = Files(input, context, resources, PermissionList.Of(context, names)).Select(file => InputStamp.On(file, digest)).OrderBy(file => file.Path).ToEquatableArray();
        return new(new OutputTree(files) { Input = digest }, resources, diagnostics);
    }

    private static InputDigest Digest(EmitInput input) => InputDigest.Of(
        GraphDocument.Print(input.Plan.Graph).Text,
        ConfigurationDocument.Print(input.Configuration).Text,
        LockWriter.Print(input.Lock),
        input.Layout.ToString(),
        input.Printer.Language);

    private static IEnumerable<OutputFile> Files(EmitInput input, LoweringContext context, ResourceGraph resources, EquatableArray<Permission> permissions)
    {
        var facts = new NodeFacts(input.Plan, input.Catalogue.Capabilities);
        var program = new ProgramInput(
            input.Plan.Graph.App, input.Lock.Project, input.Plan.Region, resources, facts.NounOf, context.StemOf, node => context.TypeOf(node)?.Name, facts.Lines);
        var images = context.Hosted().Select(hosted => hosted.Lowering.Image(hosted.Node)).OfType<UnitImage>().ToEquatableArray();
        var sites = context.Hosted().Select(hosted => hosted.Lowering.Site(hosted.Node)).OfType<SiteImage>().ToEquatableArray();
        return
        [
            ReadmeDocument.Print(input.Plan, facts, resources, input.Printer),
            GraphDocument.Print(input.Plan.Graph),
            PlanDocument.Print(input.Plan, facts, resources),
            PlanReport.Print(input.Plan, facts, resources),
            ConfigurationDocument.Print(input.Configuration),
            .. PermissionsDocument.Print(EmittedRoles.Of(resources, permissions), resources, input.Plan.Region),
            .. TopologyDocument.Print(input.Plan, facts),
            .. ContainerFiles.Print(input.Plan.Graph.App.Value, input.Layout, images, sites),
            .. input.Printer.Print(program),
            .. KustomizeFiles.Print(resources, context.StemOf, ClusterSecrets.Of(context)),
        ];
    }
}
