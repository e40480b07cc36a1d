using System.Text.Json;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Verify;

/// <summary>Prints what differs, for a person and for a program.</summary>
internal static class VerifyPrinter
{
    private const int StateWidth = 8;

    public static void Text(OutputVerification found, DisplayPaths paths)
    {
        var folder = paths.Shown(found.Folder);
        foreach (var difference in found.Differences)
        {
            Console.Out.WriteLine($"{Name(difference.State).PadRight(StateWidth)} {difference.Path}");
        }

        Console.Out.WriteLine(found.IsSame
            ? $"{folder} is what a compile would write ({found.Files} files, input {found.Now})"
            : $"{folder} is not what a compile would write: it was made from {found.Written ?? "an unknown input"}, the input now is {found.Now}");
    }

    public static void Json(Utf8JsonWriter json, OutputVerification found, DisplayPaths paths)
    {
        json.WriteStartObject("verification");
        json.WriteString("output", paths.Shown(found.Folder));
        json.WriteBoolean("same", found.IsSame);
        json.WriteString("writtenFrom", found.Written);
        json.WriteString("input", found.Now);
        json.WriteStartArray("files");
        foreach (var difference in found.Differences)
        {
            json.WriteStartObject();
            json.WriteString("path", difference.Path);
            json.WriteString("state", Name(difference.State));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Name(FileState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
