using System.Globalization;
using System.Text;

namespace Klotho.Benchmarks.Peers;

/// <summary>Wing, whose one program holds the infrastructure and the functions' code; the latter it packs as it compiles. Its own library's store is a bucket.</summary>
/// <param name="installed">The folder of the package from npm.</param>
internal sealed class Wing(string installed) : IPeer
{
    public string Name => $"Wing {NpmPackage.Version(installed, "winglang")}, `-t tf-aws`";

    public string Source => "main.w";

    public IReadOnlyList<string> Made { get; } = ["target"];

    public async Task<string> WriteAsync(string scratch, int functions)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scratch, $"wing-{functions}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, Source), Text(functions));
        return folder;
    }

    public IReadOnlyList<string> Command(string application) =>
        [Path.Combine(installed, "node_modules", ".bin", "wing"), "compile", "-t", "tf-aws", "--no-analytics", "--no-update-check", "--no-progress", Source];

    private static string Text(int functions)
    {
        var text = new StringBuilder("bring cloud;\n\n");
        for (var number = 0; number <= functions; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"let topic{number} = new cloud.Topic() as \"topic-{number:0000}\";\n");
        }

        for (var number = 0; number < functions; number += 3)
        {
            text.Append(CultureInfo.InvariantCulture, $"let store{number / 3} = new cloud.Bucket() as \"store-{number / 3:0000}\";\n");
        }

        text.Append("""

            let api = new cloud.Api() as "api";
            api.post("/jobs/:id", inflight (request) => {
              topic0.publish(request.vars.get("id"));
              return cloud.ApiResponse { status: 200 };
            });

            """);
        for (var number = 0; number < functions; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                topic{{number}}.onMessage(inflight (work: str) => {
                  store{{number / 3}}.put(work, work);
                  topic{{number + 1}}.publish(work);
                });

                """);
        }

        return text.ToString();
    }
}
