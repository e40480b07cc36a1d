using System.Text;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;
using Klotho.Emit.Printing;
using Klotho.Emit.Resources;
using Klotho.Planning.Facts;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Documents;

/// <summary><c>README.md</c> of the output: what is here, and the exact commands that come next.</summary>
public static class ReadmeDocument
{
    public static OutputFile Print(Plan plan, NodeFacts facts, ResourceGraph resources, ProgramPrinter printer)
    {
        var text = new StringBuilder();
        text.Append($"# {plan.Graph.App} on {plan.Provider}\n\nWritten by `klotho compile`. It needs neither Klotho nor anything of ours to deploy, and it is yours to keep.\n\n");
        text.Append("![What runs where](topology.svg)\n\n| what | hosted as | because |\n|---|---|---|\n");

        // An overview: what is hosted alike for the same reason is one row.
        foreach (var alike in plan.Decisions.Items.GroupBy(decision => (Noun: facts.NounOf(decision.Node), Host: facts.HostOf(decision), decision.Reason, decision.Origin)))
        {
            var names = string.Join(", ", alike.Select(decision => $"`{decision.Node.Name}`"));
            text.Append($"| {alike.Key.Noun} {names} | {alike.Key.Host} | {alike.Key.Reason} ({alike.Key.Origin}) |\n");
        }

        Deploy(text, plan.Region, resources, printer);
        Outputs(text, resources);
        text.Append(StacksSection.Text);
        text.Append($"""

            ## Change

            - What is hosted how: edit `klotho.yaml` and compile again; `klotho diff` shows what that would lose or break.
            - What no setting covers: `{printer.Customization}`, which compiling never touches again.
            - Who may do what: `permissions.md`. What it costs and why it is so: `plan.md`, for programs `plan.json`. What the code needs: `graph.json`.

            Then, in `infra`, look before you deploy:

            ```sh
            pulumi preview --diff
            pulumi up
            ```

            `klotho verify` says whether this folder is what a compile of the code would write, and which files somebody changed.

            """.ReplaceLineEndings("\n"));
        Destroy(text, resources);
        return new(new("README.md"), text.ToString());
    }

    private static void Deploy(StringBuilder text, RegionName? region, ResourceGraph resources, ProgramPrinter printer)
    {
        text.Append($"\n## Deploy\n\nYou need {printer.Needs}, the [Pulumi CLI](https://www.pulumi.com/docs/install/) (`pulumi login --local` keeps its state on your machine), Docker with BuildKit, and credentials of the account.\n\n```sh\ncd infra\n{(printer.Install is { } install ? $"{install}\n" : "")}pulumi stack init dev\n");
        if (region is null)
        {
            text.Append("pulumi config set aws:region eu-central-1\n");
        }

        foreach (var setting in Settings(resources))
        {
            text.Append($"pulumi config set {(setting.Secret ? "--secret " : "")}{setting.Key} VALUE  # {setting.Description}\n");
        }

        if (resources.Resources.Items.Any(resource => resource.Type.Value == "docker-build:index:Image"))
        {
            // A provenance tells the time of the build and makes an index of the image, which Lambda does not take (AWS Lambda Developer Guide: container images, read 2026-11-22).
            text.Append("export BUILDX_NO_DEFAULT_ATTESTATIONS=1  # the same sources give the same image, in the form that Lambda takes\n");
        }

        text.Append("pulumi preview  # shows what would be created, and creates nothing\npulumi up\n```\n");
        if (ReadsSecrets(resources))
        {
            text.Append("\nPods wait for their secrets, which are in no program and no state. Beside the first `pulumi up`, and after a change of them, run:\n\n```sh\nsh ../kubernetes/secrets.sh\n```\n");
        }
    }

    private static void Outputs(StringBuilder text, ResourceGraph resources)
    {
        if (resources.Outputs.Count > 0)
        {
            text.Append("\nA deployment reports (`pulumi stack output NAME`):\n\n");
            foreach (var output in resources.Outputs)
            {
                text.Append($"- `{output.Name}`: {output.Description}\n");
            }
        }

        foreach (var command in resources.Outputs.Items.Where(output => output.IsCommand))
        {
            text.Append($"\n{command.Description}\n\n```sh\neval \"$(pulumi stack output {command.Name})\"\n```\n");
        }
    }

    private static void Destroy(StringBuilder text, ResourceGraph resources)
    {
        var kept = resources.Resources.Items.Where(resource => resource.Options.Protect).Select(resource => $"`{resource.Name}`").Order(StringComparer.Ordinal).ToList();
        text.Append("\n## Destroy\n\n");
        if (kept.Count == 0)
        {
            text.Append("Nothing here holds data. This removes everything:\n\n```sh\npulumi destroy\n```\n");
            return;
        }

        text.Append($"""
            What holds data is protected: {string.Join(", ", kept)}. This removes everything else, and the next `pulumi up` builds it again around the
            same data:

            ```sh
            pulumi destroy --exclude-protected
            ```

            To let go of the data too, on purpose (what the provider still keeps, because it was never to be deleted with the program, is then
            yours to delete in the account):

            ```sh
            pulumi state unprotect --all
            pulumi destroy
            ```

            """.ReplaceLineEndings("\n"));
    }

    private static bool ReadsSecrets(ResourceGraph resources) => resources.Resources.Items
        .SelectMany(resource => resource.Inputs.DescendantsAndSelf().OfType<InputValue.Map>())
        .Any(map => map.Find("secretKeyRef") is not null || (map.Find("secret") as InputValue.Map)?.Find("secretName") is not null);

    private static IEnumerable<InputValue.Setting> Settings(ResourceGraph resources) =>
        resources.Resources.Items.SelectMany(resource => resource.Inputs.DescendantsAndSelf().OfType<InputValue.Setting>())
            .Where(setting => setting.Default is null)
            .DistinctBy(setting => setting.Key)
            .OrderBy(setting => setting.Key, StringComparer.Ordinal);
}
