namespace Klotho.Emit.Output;

/// <summary>
/// Writes the input's digest into a file, as its format has comments: below a first line that is one already (or that must be
/// first), at the end of Markdown, as the first member of JSON at the top of the folder. JSON below it, which others read to the letter (npm), and what belongs to the user stays as it is; the list of the folder's files has the digest for them.
/// </summary>
public static class InputStamp
{
    private const string Words = "Input:";

    public static OutputFile On(OutputFile file, InputDigest digest) =>
        file.OwnedByUser || file.IsVerbatim ? file : file with { Text = Stamped(file.Path.Value, file.Text, $"{Words} {digest}") };

    private static string Stamped(string path, string text, string stamp) => path[(path.LastIndexOf('/') + 1)..] switch
    {
        var name when name.EndsWith(".cs", StringComparison.Ordinal) || name.EndsWith(".ts", StringComparison.Ordinal) => Below(text, "//", $"// {stamp}"),
        var name when name.EndsWith(".md", StringComparison.Ordinal) => $"{text}\n<!-- {stamp} -->\n",
        var name when name.EndsWith(".json", StringComparison.Ordinal) && name == path => InJson(text, stamp[(Words.Length + 1)..]),
        var name when name.EndsWith(".svg", StringComparison.Ordinal) || name.EndsWith("proj", StringComparison.Ordinal) || name.EndsWith(".props", StringComparison.Ordinal) => Below(text, "<", $"  <!-- {stamp} -->"),
        var name when name.EndsWith(".mmd", StringComparison.Ordinal) => Below(text, "flowchart", $"    %% {stamp}"),
        var name when name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".sh", StringComparison.Ordinal) || name.Contains("ignore", StringComparison.Ordinal) || name.StartsWith("Dockerfile", StringComparison.Ordinal) => Below(text, "#", $"# {stamp}"),
        _ => text,
    };

    private static string Below(string text, string start, string line)
    {
        var end = text.StartsWith(start, StringComparison.Ordinal) ? text.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        return $"{text[..end]}{line}\n{text[end..]}";
    }

    private static string InJson(string text, string digest) =>
        text.StartsWith("{\n", StringComparison.Ordinal) ? $"{{\n  \"inputDigest\": \"{digest}\",\n{text[2..]}" : text;
}
