using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Facts;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Configuration;

/// <summary>The whole of klotho.yaml as a tree of keys, made from the catalogue: the one source of truth for reading it and for its JSON Schema.</summary>
public static class ConfigurationModel
{
    /// <summary>The providers that can be planned for.</summary>
    public static readonly EquatableArray<string> Providers = new(["aws"]);

    /// <summary>The languages that emitted programs can be written in, the default first.</summary>
    public static readonly EquatableArray<string> Languages = new(["csharp", "typescript"]);

    public const string DefaultOutDir = "compiled";

    private const string AppName = "^[a-z][a-z0-9-]{0,39}$";

    private const string InsideFolder = @"^(\.|\.?[^/\\:.\r\n][^/\\:\r\n]*)(/(\.|\.?[^/\\:.\r\n][^/\\:\r\n]*))*/?$";

    private const string InsideFolderMeaning = "a path inside the folder of klotho.yaml, with forward slashes and without `..`";

    private static readonly NamedKey App = new("app", new ScalarKey(
        "The application's name, after which resources are named. The project's name by default.",
        new ParameterValue.Text(""), HasDefault: false,
        Pattern: new(AppName, "lower-case letters, digits and hyphens, at most 40, beginning with a letter")));

    private static readonly NamedKey Path = new("path", new ScalarKey(
        "The project, solution or folder to compile, relative to this file.",
        new ParameterValue.Text("."), Pattern: new(InsideFolder, InsideFolderMeaning)));

    private static readonly NamedKey OutDir = new("out_dir", new ScalarKey(
        "The folder that the compile writes, relative to this file.",
        new ParameterValue.Text(DefaultOutDir), Pattern: new(InsideFolder, InsideFolderMeaning)));

    private static readonly NamedKey Language = new("language", new ScalarKey(
        "The language of the emitted program.",
        new ParameterValue.Text(Languages[0]),
        Choices: Languages.Items.Select(ParameterValue (name) => new ParameterValue.Text(name)).ToEquatableArray()));

    private static readonly NamedKey Provider = new("provider", new ScalarKey(
        "The cloud to plan for.",
        new ParameterValue.Text(Providers[0]),
        Choices: Providers.Items.Select(ParameterValue (name) => new ParameterValue.Text(name)).ToEquatableArray()));

    private static readonly NamedKey Region = new("region", new ScalarKey(
        "The provider's region that hosts the application, and whose prices count.",
        new ParameterValue.Text(""), HasDefault: false,
        Choices: RegionCatalogue.All.Items.Select(ParameterValue (region) => new ParameterValue.Text(region.Name.Value)).ToEquatableArray()));

    public static MappingKey Of(PlanningCatalogue catalogue) => new(
        "How Klotho hosts an application. Everything has a default: a file says only what differs.",
        new([App, Path, .. Common(catalogue), new("environments", new EnvironmentsKey(Environment(catalogue)))]));

    /// <summary>What an environment may say otherwise: all but which application it is.</summary>
    public static SharedKey Environment(PlanningCatalogue catalogue) =>
        new("environment", new MappingKey("What differs in this environment.", Common(catalogue).ToEquatableArray()));

    private static IEnumerable<NamedKey> Common(PlanningCatalogue catalogue) =>
    [
        Provider,
        Region,
        OutDir,
        Language,
        new(RequirementsKey.Name, RequirementsKey.Of(catalogue)),
        new("defaults", new MappingKey(
            "What holds for every node of a capability, unless the node's own entry says otherwise.",
            SectionTree.OfKinds(catalogue, capability => new DefaultsKey(capability)))),
        .. SectionTree.OfEntries(catalogue, capability => capability.Description, capability => new DirectiveKey(capability)),
        new(ClusterKey.Name, ClusterKey.Spec),
        new(MonitoringKey.Name, MonitoringKey.Spec),
        new(ImportsKey.Name, ImportsKey.Of(catalogue)),
    ];
}
