namespace Klotho.Cli.Init;

/// <summary>A file as it is and as it would be, with what it gets.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Before">Its text; null where it does not exist.</param>
/// <param name="After">Its text with all that is proposed.</param>
/// <param name="Whys">What is proposed, in a few words each.</param>
internal sealed record InitProposal(string File, string? Before, string After, IReadOnlyList<string> Whys)
{
    public static InitProposal Of(string file, string text, IEnumerable<TextInsertion> insertions)
    {
        var ordered = insertions.Where(insertion => insertion.File == file).OrderBy(insertion => insertion.Position).ToList();
        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var after = text;
        foreach (var insertion in ordered.AsEnumerable().Reverse())
        {
            after = after.Insert(insertion.Position, insertion.Text.Replace("\n", lineEnd, StringComparison.Ordinal));
        }

        return new(file, text, after, [.. ordered.Select(insertion => insertion.Why).Where(why => why.Length > 0).Distinct(StringComparer.Ordinal)]);
    }
}
