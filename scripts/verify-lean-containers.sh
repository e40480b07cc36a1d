#!/usr/bin/env bash
# What verify-containers.sh does, for the ways to build that Search the Deck's code does not allow: a small application whose one unit is
# a native program, whose other is trimmed, and whose pages a web server serves.
#
#   scripts/verify-lean-containers.sh
set -euo pipefail
cd "$(dirname "$0")/.."
export KLOTHO_CONTAINERS=${KLOTHO_CONTAINERS:-$(mktemp -d)}
source=$KLOTHO_CONTAINERS/lean
rm -rf "$source"; mkdir -p "$source/samples/lean/site"
tar --create --exclude bin --exclude obj src samples/Directory.Build.* Directory.* global.json | tar --extract --directory "$source"

cat > "$source/samples/lean/Lean.csproj" << 'END'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <Using Include="Klotho" />
    <ProjectReference Include="../../src/Klotho.Runtime/Klotho.Runtime.csproj" />
  </ItemGroup>
</Project>
END
cat > "$source/samples/lean/Program.cs" << 'END'
using System.Text.Json.Serialization;

[assembly: Expose("notes-api")]
[assembly: StaticUnit("pages", "site", IndexDocument = "index.html")]

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddKlotho();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, NotesJson.Default));
var app = builder.Build();
app.MapKlotho();
app.MapGet("/", async ([Persist("notes")] IKeyValueStore<Note> notes, [PubSub("written")] ITopic<Note> written, CancellationToken cancel) =>
{
    await notes.PutAsync("first", new("kept and read"), cancel: cancel);
    await written.PublishAsync(new("sent"), cancel);
    return (await notes.GetAsync("first", cancel))?.Value.Text ?? "nothing";
});
app.Run();

public sealed record Note(string Text);

[JsonSerializable(typeof(Note))]
internal sealed partial class NotesJson : JsonSerializerContext;

[ExecUnit("work")]
public sealed class Work([Persist("notes")] IKeyValueStore<Note> notes)
{
    [PubSub("written")]
    public async Task Handle(Note note, CancellationToken cancel) => await notes.PutAsync("last", note, cancel: cancel);
}
END
cat > "$source/samples/lean/klotho.yaml" << 'END'
execution_units:
  main: {type: kubernetes, infra_params: {publish: native_aot}}
  work: {type: kubernetes, infra_params: {publish: trimmed}}
static_unit:
  pages: {type: web_server}
END
echo '<!doctype html><title>Pages</title>' > "$source/samples/lean/site/index.html"

dotnet run --project src/Klotho.Cli -- compile "$source/samples/lean" --out "$source/compiled" --quiet
exec scripts/verify-containers.sh "$source" "$source/compiled" main work pages_site
