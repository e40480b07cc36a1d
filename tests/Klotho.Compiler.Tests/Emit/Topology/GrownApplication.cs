using System.Globalization;
using System.Text;

namespace Klotho.Compiler.Tests.Emit.Topology;

/// <summary>
/// The source of an application with as many units as asked for, beside the default one: each has a store or files of its own
/// and shares its neighbour's, publishes to a topic of its own and handles that of the unit before it, in groups of six.
/// </summary>
internal static class GrownApplication
{
    private const int Group = 6;

    private static readonly string[] Subjects =
        ["order", "payment", "customer", "invoice", "shipping", "catalogue", "search", "review", "cart", "stock", "notification", "loyalty", "price", "fraud", "return"];

    private static readonly string[] Parts = ["import", "worker", "archive", "history", "rules", "export", "index"];

    public static string Of(int units)
    {
        var text = new StringBuilder("[assembly: Expose(\"public-api\")]\nvar app = WebApplication.CreateBuilder(args).Build();\n");
        for (var unit = 0; unit < units; unit += Group)
        {
            text.Append(CultureInfo.InvariantCulture, $"app.MapPost(\"/{Name(unit)}\", async ([PubSub(\"{Name(unit)}-due\")] ITopic<Message> topic) => await topic.PublishAsync(new(\"x\")));\n");
        }

        text.Append("app.Run();\npublic sealed record Message(string Text);\n");
        for (var unit = 0; unit < units; unit++)
        {
            Unit(text, unit, units);
        }

        return text.ToString();
    }

    private static void Unit(StringBuilder text, int unit, int units)
    {
        var last = unit % Group == Group - 1 || unit == units - 1;
        List<string> needs = [Store(unit, "own"), $"[PubSub(\"{Name(unit)}-done\")] ITopic<Message> done"];
        if (!last)
        {
            needs.Add(Store(unit + 1, "next"));
        }

        if (unit % Group == 2)
        {
            needs.Add($"[Config(\"{Name(unit)}-size\")] IConfigValue<int> size");
        }

        var before = unit % Group == 0 ? $"{Name(unit)}-due" : $"{Name(unit - 1)}-done";
        text.Append(CultureInfo.InvariantCulture, $$"""

            [ExecUnit("{{Name(unit)}}")]
            public sealed class Unit{{unit}}({{string.Join(", ", needs)}})
            {
                [PubSub("{{before}}")]
                public async Task Handle(Message message, CancellationToken cancel)
                {
                    {{Use(unit, "own", write: true)}}
                    {{(last ? "" : Use(unit + 1, "next", write: false))}}
                    {{(unit % Group == 2 ? "_ = size.Value;" : "")}}
                    await done.PublishAsync(message, cancel: cancel);
                }
            {{(unit % 4 == 3 ? $"\n    [Schedule(\"{Name(unit)}-nightly\", \"0 3 * * *\")]\n    public async Task Clean(CancellationToken cancel) => await done.PublishAsync(new(\"clean\"), cancel: cancel);" : "")}}
            }

            """);
    }

    private static string Name(int unit) =>
        $"{Subjects[unit % Subjects.Length]}-{Parts[unit / Subjects.Length % Parts.Length]}{(unit >= Subjects.Length * Parts.Length ? unit.ToString(CultureInfo.InvariantCulture) : "")}";

    private static bool IsFiles(int unit) => unit % 3 == 1;

    private static string Store(int unit, string name) => IsFiles(unit)
        ? $"[Persist(\"{Name(unit)}-files\")] IBlobStore {name}"
        : $"[Persist(\"{Name(unit)}-items\")] IKeyValueStore<string> {name}";

    private static string Use(int unit, string name, bool write) => (IsFiles(unit), write) switch
    {
        (true, _) => $"await {name}.DeleteAsync(\"x\", cancel);",
        (false, true) => $"await {name}.PutAsync(\"x\", \"y\", cancel: cancel);",
        (false, false) => $"_ = await {name}.GetAsync(\"x\", cancel: cancel);",
    };
}
